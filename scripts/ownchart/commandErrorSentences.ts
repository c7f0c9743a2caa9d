/** What a person is told when a command cannot be carried out. */
export const commandErrorSentences = {
  WhoMissing: "Say whose keys to use: --keys FILE, or --account N on the local chain.",
  AccountOnLocalChainOnly: "The accounts that --account names are known to all and are for the local chain alone.",
  ChainUnreachable: "The chain cannot be reached; say with --chain where one answers.",
  DeploymentUnknown: "It is not known where the contracts stand on this chain; deploy them, or name another chain.",
  VaultMissing: "There is no vault of yours at this gateway yet; join or open-chart makes one.",
  VaultNotKept: "The gateway did not keep the vault as it was sent; please try again.",
  KeyFileInvalid: "This is not a key file of Ownchart, or it was damaged.",
  KeyFileOfAnotherChain: "The keys in this file are for another chain.",
  KeyFileStale: "The keys in this file are older than those of your chart; bring the newer ones with keys restore.",
  PassphraseMissing: "Give the passphrase in OWNCHART_PASSPHRASE or a file that --passphrase-file names.",
  ArchivePassphraseMissing:
    "Give the archive's passphrase in OWNCHART_ARCHIVE_PASSPHRASE or a file that --archive-passphrase-file names.",
  PassphrasesDiffer: "The second time it was another passphrase.",
  RecoveryCodeMissing: "Give the recovery code in OWNCHART_RECOVERY_CODE or a file that --recovery-code-file names.",
  RecoveryCodeNotNoted: "That is not what the recovery code says; nothing was kept, so begin again with a new one.",
  NotConfirmed: "Nothing was done, since it was not confirmed; --yes confirms where nobody can be asked.",
  AboutMissing: "Say whose chart it is with --my-name and --born, or OWNCHART_NAME and OWNCHART_BIRTH_DATE.",
  FileNotFound: "There is no such file or folder.",
  FileNotReadable: "This file or folder may not be read or written.",
  FileExists: "Something with this name is there already, and is left as it is.",
  FileTooLarge: "This file is too large to be read as health records at once.",
  FileChanged: "A file changed while it was read; look at the preview again.",
  NotAFile: "This is a folder, or something else that is not a file.",
  NotAFolder: "This is not a folder, or lies in something that is not one.",
  DiskFull: "The disk is full.",
  RecordNotFound: "The chart has no such record; list shows those that it has.",
  RecordAmbiguous: "Several records begin like this; give more of the hash.",
  RecordIsBinary: "This is no text; give a file to write to with --out.",
  Interrupted: "Stopped before the end.",
} as const;

export type CommandErrorName = keyof typeof commandErrorSentences;
