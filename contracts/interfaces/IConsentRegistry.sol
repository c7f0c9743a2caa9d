// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Who may read a chart, who may add to it, and until when
/// @notice The subject of a chart, usually a patient, opens it, grants access, and ends it again: one grantee at a time
/// or all at once. Nobody else can do any of it, whoever sends the transaction: only the subject's own transaction or
/// the subject's own signature counts. Nobody can stop it either: there is no owner, no pause and no upgrade.
///
/// Every chart counts its epochs. Each epoch has its own keys (a keyset), and starting the next one takes the keys of
/// the future away from everybody who is not given the new ones. The contract holds only the hash of the keyset.
///
/// What a grant covers in detail (which categories, for which purpose) stands in its terms, of which the chain sees a
/// salted hash.
interface IConsentRegistry {
    /// @notice One chart, one storage slot: generation 32 | epoch 32 | keyset 192
    /// @param generation 0 while the chart is not open; rises when all grants are ended at once
    /// @param epoch which keys are in use, counted from 0
    /// @param keyset the first 24 bytes of the hash of the keyset of this epoch
    struct Chart {
        uint32 generation;
        uint32 epoch;
        bytes24 keyset;
    }

    /// @notice What one grantee has, one storage slot:
    /// validFrom 40 | validUntil 40 | generation 32 | grantNonce 32 | revokeNonce 32 | permissions 8
    /// @param validFrom the first second in which the grant counts
    /// @param validUntil the first second in which it no longer counts
    /// @param generation the chart's when the grant was made; it counts only while they are equal
    /// @param grantNonce how often anything about this grantee changed; a signed {Grant} names it
    /// @param revokeNonce how often this grantee was revoked; a signed {Revoke} names it
    /// @param permissions a set: 1 read, 2 contribute
    struct GrantState {
        uint40 validFrom;
        uint40 validUntil;
        uint32 generation;
        uint32 grantNonce;
        uint32 revokeNonce;
        uint8 permissions;
    }

    /// @notice What a subject signs to open a chart.
    struct OpenChart {
        address subject;
        bytes32 keyset;
    }

    /// @notice What a subject signs to give access. `grantNonce` and `generation` are the present ones: after any change to
    /// this grantee, or after all grants were ended, the signature is worthless. So it is after a change of keys if it
    /// brings new keys itself; `epoch` is the present one, and matters only then.
    struct Grant {
        address subject;
        address grantee;
        bool read;
        bool contribute;
        uint40 validFrom;
        uint40 validUntil;
        bytes32 terms;
        bytes32 nextKeyset;
        uint32 grantNonce;
        uint32 generation;
        uint32 epoch;
    }

    /// @notice What a subject signs to end one grant. Nothing that is granted meanwhile can make it fail.
    struct Revoke {
        address subject;
        address grantee;
        bytes32 nextKeyset;
        uint32 revokeNonce;
        uint32 epoch;
    }

    /// @notice What a subject signs to end all grants.
    struct RevokeAll {
        address subject;
        bytes32 nextKeyset;
        uint32 generation;
        uint32 epoch;
    }

    /// @notice What a subject signs to start the next epoch.
    struct Rotate {
        address subject;
        uint32 epoch;
        bytes32 nextKeyset;
    }

    /// @notice A chart was opened, with the keys of epoch 0.
    event ChartOpened(address indexed subject, bytes32 keyset);

    /// @notice The subject gave access; it takes the place of whatever this grantee had before.
    event Granted(
        address indexed subject,
        address indexed grantee,
        uint8 permissions,
        uint40 validFrom,
        uint40 validUntil,
        bytes32 terms
    );

    /// @notice The subject ended whatever this grantee had.
    event Revoked(address indexed subject, address indexed grantee);

    /// @notice The subject ended every grant made so far.
    event AllRevoked(address indexed subject, uint32 generation);

    /// @notice A new epoch began, with new keys.
    event Rotated(address indexed subject, uint32 epoch, bytes32 keyset);

    /// @notice The chart is open already.
    error ConsentChartAlreadyOpen(address subject);

    /// @notice The subject has not opened a chart.
    error ConsentChartNotOpen(address subject);

    /// @notice A keyset is needed here.
    error ConsentKeysetZero();

    /// @notice The next epoch needs another keyset than the present one.
    error ConsentKeysetUnchanged(bytes32 keyset);

    /// @notice The keys were made for another epoch than the one the chart is in.
    error ConsentEpochStale(uint32 current, uint32 given);

    /// @notice The zero address can be given nothing.
    error ConsentGranteeZero();

    /// @notice Subjects need no grant for their own chart.
    error ConsentGranteeIsSubject(address subject);

    /// @notice A grant must permit something.
    error ConsentPermissionsEmpty();

    /// @notice There is no such permission.
    error ConsentPermissionUnknown(uint8 permission);

    /// @notice The window ends before it begins, or has ended already.
    error ConsentWindowEmpty(uint40 validFrom, uint40 validUntil);

    /// @notice The signed message names an earlier state of this grantee; it was used, or overtaken.
    error ConsentNonceStale(uint32 current, uint32 given);

    /// @notice The signed message was made before all grants were ended.
    error ConsentGenerationStale(uint32 current, uint32 given);

    /// @notice The deadline of the signed message has passed.
    error ConsentSignatureExpired(uint256 deadline);

    /// @notice The subject did not sign this message.
    error ConsentSignatureInvalid(address subject);

    /// @notice Opens the caller's chart.
    /// @param keyset hash of the keyset of epoch 0
    function openChart(bytes32 keyset) external;

    /// @notice {openChart} for a subject who signed it.
    /// @param deadline here and below: the last second in which the signature counts
    function openChartBySig(OpenChart calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Gives access to the caller's chart.
    /// @param grantee who is given access
    /// @param read whether the grantee may read
    /// @param contribute whether the grantee may add records
    /// @param validFrom the first second of the grant; a past one becomes now
    /// @param validUntil the first second after it
    /// @param terms hash of the consent document
    /// @param nextKeyset zero, or the hash of new keys, so that the grant covers only what is added from now on
    function grant(
        address grantee,
        bool read,
        bool contribute,
        uint40 validFrom,
        uint40 validUntil,
        bytes32 terms,
        bytes32 nextKeyset
    ) external;

    /// @notice {grant} for a subject who signed it.
    function grantBySig(Grant calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Ends whatever the grantee has. Needs neither a grant nor a chart nor new keys that fit; only the zero address
    /// is refused.
    /// @param nextKeyset zero, or the hash of new keys. The next epoch begins with them unless they are the present
    /// ones already (two devices may have derived the same); {Rotated} tells.
    function revoke(address grantee, bytes32 nextKeyset) external;

    /// @notice {revoke} for a subject who signed it. The next epoch begins only if the chart is still in the epoch that
    /// was signed, since keys that were made for an earlier one may be in the hands of a former grantee by now.
    function revokeBySig(Revoke calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Ends every grant of the caller's chart, at the cost of one.
    /// @param nextKeyset as for {revoke}
    function revokeAll(bytes32 nextKeyset) external;

    /// @notice {revokeAll} for a subject who signed it.
    function revokeAllBySig(RevokeAll calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Starts the next epoch of the caller's chart.
    /// @param epoch the one it leaves
    /// @param nextKeyset hash of the new keys
    function rotate(uint32 epoch, bytes32 nextKeyset) external;

    /// @notice {rotate} for a subject who signed it.
    function rotateBySig(Rotate calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Whether the grantee has this permission now.
    /// @param permission 1 read, 2 contribute, 3 both
    function isActive(address subject, address grantee, uint8 permission) external view returns (bool);

    /// @notice What the grantee may do now (0: nothing), and the chart's present epoch.
    function accessOf(address subject, address grantee) external view returns (uint8 permissions, uint32 epoch);

    /// @notice The chart of a subject, as {Chart}.
    function charts(address subject) external view returns (uint32 generation, uint32 epoch, bytes24 keyset);

    /// @notice What is stored about a grantee, whether it counts now or not, as {GrantState}.
    function grants(
        address subject,
        address grantee
    )
        external
        view
        returns (
            uint40 validFrom,
            uint40 validUntil,
            uint32 generation,
            uint32 grantNonce,
            uint32 revokeNonce,
            uint8 permissions
        );
}
