/** A second device of one's own: both sides of it. */
export const newDevice = {
  /** On the device that has nothing yet. */
  join: {
    action: "I use Ownchart on another device",
    actionLocked: "Use my other device",
    title: "Bring your chart to this device",
    lead: "Your other device hands over the keys to your chart, once you have seen that the two talk to each other.",
    making: "Making a code",
    again: "Start again",
    elsewhere:
      "A wallet that was made with Ownchart comes along. One that was made elsewhere does not: bring it to this device by its own means first, come in with it, and choose “Use my other device”.",
    code: {
      title: "Let your other device scan this",
      lead: "There, unlock Ownchart, open Vault, and choose “Add a device”.",
      picture: "Code to be scanned by your other device",
      link: "For a device without a camera: the same as a link",
      over: "The time of this code is over.",
      overLead: "Nothing was handed over, and nothing was kept here.",
    },
    digits: {
      title: "Type these digits on your other device",
      lead: "They show that your two devices talk to each other, and that nobody is in between.",
      waiting: "Waiting for your other device",
      over: "The two minutes for the digits are over. Nothing was handed over; show a new code.",
    },
    refused: {
      over: "Your other device said no.",
      overLead: "Nothing was handed over. It says there why.",
    },
    arrived: {
      title: "Is this yours?",
      lead: (address: string) => `What has arrived opens the chart of ${address}.`,
      compare:
        "Your other device now says “Handed over”, with the same address. If it does not, somebody else has answered your code.",
      yes: "Yes, it says so",
      no: "No, throw it away",
    },
    way: {
      title: "How will you unlock it on this device?",
      lead: "Once you have chosen, everything is kept here, sealed. Until then nothing is.",
      known: "Your vault has a passphrase. Type it here, and it opens the vault on this device too.",
      knownAction: "Use this passphrase",
      knownWorking: "Trying your passphrase",
      working: "Keeping it on this device",
      loading: "Looking at your vault",
      stop: "Stop, and keep nothing here",
    },
  },
  /** On the device that has the vault. */
  add: {
    panelTitle: "Another device",
    panelLead: "A phone or computer of your own can open your vault too, with a way to unlock of its own.",
    panelElsewhere: "Your wallet was made elsewhere, and does not come along: bring it there first.",
    action: "Add a device",
    title: "Add a device",
    lead: "On the new device open Ownchart, and choose “I use Ownchart on another device”. It shows a code.",
    leadElsewhere: "On the new device come in with your wallet, and choose “Use my other device”. It shows a code.",
    scanned: "A new device showed you a code",
    scannedLead:
      "Go on only if that device is your own and in front of you. Nobody else ever needs you to scan such a code.",
    checking: "Asking the new device",
    again: "Start again",
    asks: "A new device wants to open your vault",
    meaning:
      "That device will be able to do whatever you can: open everything in your chart, share it, and sign in your name.",
    meaningElsewhere: "That device will be able to open everything in your chart. To sign, it needs your wallet too.",
    no: "No, this is not my device",
    refused: "You said no. Nothing was handed over.",
    type: {
      label: "The six digits on the new device",
      hint: "Type them only from the screen of your own device, in front of you. Never from a call or a message.",
      submit: "Hand everything over",
      comparing: "Handing over",
      wrong: (left: number) =>
        left === 0
          ? "These are not the digits, and there are no tries left. Nothing was handed over."
          : `These are not the digits. You have ${left === 1 ? "one more try" : `${left} more tries`}.`,
      over: "The two minutes are over. Nothing was handed over; let the new device show a new code.",
    },
    done: {
      title: "Handed over",
      lead: (address: string) =>
        `The keys to the chart of ${address} are with the new device. Go on there: confirm it, and choose how it is unlocked.`,
      waiting: "Waiting for the new device to choose how it is unlocked",
      added: (way: string) => `The new device has a way of its own to unlock your vault: ${way}.`,
      lost: "If a device is ever lost, remove its way to unlock on the vault page: your chart then gets new keys.",
      back: "Back to the vault",
    },
  },
};
