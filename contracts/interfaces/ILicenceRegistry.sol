// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Who is licensed, by which board, from when until when
/// @notice A licensing board (of a state, a canton, a country) states here that the holder of an address is one of its
/// physicians, pharmacists, hospitals or researchers. Everybody can check it, nobody but that board can change it.
/// No name and no licence number is stored: the number appears only as a keyed hash that the board alone can recompute.
interface ILicenceRegistry {
    /// @notice What a licence allows its holder to be.
    enum Kind {
        Physician,
        Pharmacist,
        Hospital,
        Researcher
    }

    /// @notice Where a licence stands. Only an Active one inside its window counts.
    enum Status {
        None,
        Active,
        Suspended,
        Revoked
    }

    /// @notice One licence of one holder, one storage slot:
    /// status 8 | validFrom 40 | validUntil 40 | jurisdiction 48 | number 120
    /// @param status where it stands
    /// @param validFrom the first second in which it counts
    /// @param validUntil the first second in which it no longer counts
    /// @param jurisdiction the board's, ISO 3166-2 in ASCII, padded with zeros ("US-CA", "DE-BY")
    /// @param number the first 15 bytes of the keyed hash of the licence number
    struct Licence {
        Status status;
        uint40 validFrom;
        uint40 validUntil;
        bytes6 jurisdiction;
        bytes15 number;
    }

    /// @notice A board gave a licence.
    event LicenceIssued(
        address indexed holder,
        uint8 indexed kind,
        bytes6 indexed jurisdiction,
        uint40 validFrom,
        uint40 validUntil,
        bytes32 number
    );

    /// @notice The board moved the end of the licence to a later moment.
    event LicenceRenewed(address indexed holder, uint8 indexed kind, uint40 validUntil);

    /// @notice The board stopped the licence for the time being.
    event LicenceSuspended(address indexed holder, uint8 indexed kind);

    /// @notice The board lifted a suspension.
    event LicenceReinstated(address indexed holder, uint8 indexed kind);

    /// @notice The board ended the licence; its number may be given again.
    event LicenceRevoked(address indexed holder, uint8 indexed kind);

    /// @notice The registry was given no contract to ask who sits on a board.
    error LicenceManagerInvalid(address manager);

    /// @notice The zero address cannot hold a licence.
    error LicenceHolderZero();

    /// @notice There is no licence of this kind.
    error LicenceKindUnknown(uint8 kind);

    /// @notice The set of kinds has a bit for which there is no kind.
    error LicenceKindsUnknown(uint8 kinds);

    /// @notice A licence needs a jurisdiction.
    error LicenceJurisdictionZero();

    /// @notice A licence needs a number.
    error LicenceNumberZero();

    /// @notice Another licence that is not revoked carries this number.
    error LicenceNumberTaken(bytes32 number, address holder, uint8 kind);

    /// @notice The window ends before it begins, has already ended, or a renewal does not move the end to later.
    error LicenceWindowInvalid(uint40 validFrom, uint40 validUntil);

    /// @notice What was asked for is not possible while the licence stands where it stands.
    error LicenceStatusForbids(address holder, uint8 kind, Status status);

    /// @notice The caller does not sit on the board of this jurisdiction.
    error LicenceBoardUnauthorized(address account, bytes6 jurisdiction);

    /// @notice The caller sits on the board, but may only act after a delay, which this registry does not offer.
    error LicenceBoardDelayed(address account, bytes6 jurisdiction, uint32 delay);

    /// @notice Gives a licence to somebody who has none of this kind, or whose last one was revoked.
    /// @param holder whose licence it is
    /// @param kind a {Kind}
    /// @param jurisdiction of the board that gives it; the caller must sit on that board
    /// @param validFrom the first second in which it counts; may lie in the past
    /// @param validUntil the first second in which it no longer counts
    /// @param number keyed hash of the licence number, never the number itself; its first 15 bytes are kept
    function issue(
        address holder,
        uint8 kind,
        bytes6 jurisdiction,
        uint40 validFrom,
        uint40 validUntil,
        bytes32 number
    ) external;

    /// @notice Moves the end of an active licence, lapsed or not, to a later moment.
    function renew(address holder, uint8 kind, uint40 validUntil) external;

    /// @notice Stops an active licence at once.
    function suspend(address holder, uint8 kind) external;

    /// @notice Lifts a suspension at once.
    function reinstate(address holder, uint8 kind) external;

    /// @notice Ends a licence for good and frees its number. A new one can be issued later.
    function revoke(address holder, uint8 kind) external;

    /// @notice Whether the holder has a licence of this kind that counts now.
    function isLicensed(address holder, uint8 kind) external view returns (bool);

    /// @notice Whether the holder has a licence that counts now of any of these kinds.
    /// @param kinds a set: bit k stands for kind k. Kinds are looked up from the lowest; each costs one slot.
    function isLicensedAsAny(address holder, uint8 kinds) external view returns (bool);

    /// @notice The licence as it is stored, whether it counts now or not, as {Licence}.
    function licences(
        address holder,
        uint8 kind
    ) external view returns (Status status, uint40 validFrom, uint40 validUntil, bytes6 jurisdiction, bytes15 number);

    /// @notice The role in the AccessManager whose members act for the board of a jurisdiction.
    function boardRole(bytes6 jurisdiction) external pure returns (uint64);
}
