// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {ILicenceRegistry} from "../interfaces/ILicenceRegistry.sol";

/// @title The licences of all boards
/// @notice Keeps what {ILicenceRegistry} promises. Who sits on a board stands in an AccessManager.
/// @dev A slot is assigned in the order of which the compiler makes a single write.
contract LicenceRegistry is ILicenceRegistry {
    /// @notice Holds the members of every board.
    IAccessManager public immutable manager;

    uint8 private constant KINDS = uint8(type(Kind).max) + 1;

    /// @dev Every board's role begins with these two bytes, so that no jurisdiction can meet another project's role.
    uint64 private constant BOARD_ROLE_PREFIX = 0xB0A2 << 48;

    /// @dev Which licence carries a number, one slot: holder 160 | kind 8. A stale entry is recognised by the licence,
    /// which is revoked or carries another number by now; so nothing has to be cleaned up.
    struct Carrier {
        address holder;
        uint8 kind;
    }

    /// @inheritdoc ILicenceRegistry
    mapping(address holder => mapping(uint8 kind => Licence)) public licences;

    mapping(bytes6 jurisdiction => mapping(bytes32 number => Carrier)) private _carriers;

    constructor(IAccessManager manager_) {
        if (address(manager_).code.length == 0) revert LicenceManagerInvalid(address(manager_));
        manager = manager_;
    }

    /// @inheritdoc ILicenceRegistry
    function issue(
        address holder,
        uint8 kind,
        bytes6 jurisdiction,
        uint40 validFrom,
        uint40 validUntil,
        bytes32 number
    ) external {
        if (jurisdiction == 0) revert LicenceJurisdictionZero();
        _requireBoard(jurisdiction);
        if (holder == address(0)) revert LicenceHolderZero();
        if (kind >= KINDS) revert LicenceKindUnknown(kind);
        if (number == 0) revert LicenceNumberZero();
        if (validUntil <= validFrom || validUntil <= block.timestamp)
            revert LicenceWindowInvalid(validFrom, validUntil);

        Licence storage licence = licences[holder][kind];
        Status status = licence.status;
        if (status != Status.None && status != Status.Revoked) revert LicenceStatusForbids(holder, kind, status);
        _carry(jurisdiction, number, holder, kind);

        licence.number = bytes15(number);
        licence.jurisdiction = jurisdiction;
        licence.status = Status.Active;
        licence.validFrom = validFrom;
        licence.validUntil = validUntil;
        emit LicenceIssued(holder, kind, jurisdiction, validFrom, validUntil, number);
    }

    /// @inheritdoc ILicenceRegistry
    function renew(address holder, uint8 kind, uint40 validUntil) external {
        Licence storage licence = _licenceForItsBoard(holder, kind);
        if (licence.status != Status.Active) revert LicenceStatusForbids(holder, kind, licence.status);
        if (validUntil <= licence.validUntil || validUntil <= block.timestamp) {
            revert LicenceWindowInvalid(licence.validFrom, validUntil);
        }
        licence.validUntil = validUntil;
        emit LicenceRenewed(holder, kind, validUntil);
    }

    /// @inheritdoc ILicenceRegistry
    function suspend(address holder, uint8 kind) external {
        _move(holder, kind, Status.Active, Status.Suspended);
        emit LicenceSuspended(holder, kind);
    }

    /// @inheritdoc ILicenceRegistry
    function reinstate(address holder, uint8 kind) external {
        _move(holder, kind, Status.Suspended, Status.Active);
        emit LicenceReinstated(holder, kind);
    }

    /// @inheritdoc ILicenceRegistry
    function revoke(address holder, uint8 kind) external {
        Licence storage licence = _licenceForItsBoard(holder, kind);
        if (licence.status == Status.Revoked) revert LicenceStatusForbids(holder, kind, Status.Revoked);
        licence.status = Status.Revoked;
        emit LicenceRevoked(holder, kind);
    }

    /// @inheritdoc ILicenceRegistry
    function isLicensed(address holder, uint8 kind) external view returns (bool) {
        if (kind >= KINDS) revert LicenceKindUnknown(kind);
        return _counts(licences[holder][kind]);
    }

    /// @inheritdoc ILicenceRegistry
    function isLicensedAsAny(address holder, uint8 kinds) external view returns (bool) {
        if (kinds >> KINDS != 0) revert LicenceKindsUnknown(kinds);
        for (uint8 kind = 0; kinds != 0; ++kind) {
            if (kinds & 1 == 1 && _counts(licences[holder][kind])) return true;
            kinds >>= 1;
        }
        return false;
    }

    /// @inheritdoc ILicenceRegistry
    function boardRole(bytes6 jurisdiction) public pure returns (uint64) {
        return BOARD_ROLE_PREFIX | uint48(jurisdiction);
    }

    /// @dev Enters the licence as the carrier of its number, unless another licence in force carries it.
    function _carry(bytes6 jurisdiction, bytes32 number, address holder, uint8 kind) private {
        Carrier storage carrier = _carriers[jurisdiction][number];
        (address otherHolder, uint8 otherKind) = (carrier.holder, carrier.kind);
        if (otherHolder != address(0)) {
            Licence storage other = licences[otherHolder][otherKind];
            bool carries =
                other.status != Status.Revoked && other.jurisdiction == jurisdiction && other.number == bytes15(number);
            if (carries) revert LicenceNumberTaken(number, otherHolder, otherKind);
        }
        carrier.holder = holder;
        carrier.kind = kind;
    }

    function _move(address holder, uint8 kind, Status from, Status to) private {
        Licence storage licence = _licenceForItsBoard(holder, kind);
        if (licence.status != from) revert LicenceStatusForbids(holder, kind, licence.status);
        licence.status = to;
    }

    /// @dev A licence that exists, once it is clear that the caller sits on the board that gave it.
    function _licenceForItsBoard(address holder, uint8 kind) private view returns (Licence storage licence) {
        if (kind >= KINDS) revert LicenceKindUnknown(kind);
        licence = licences[holder][kind];
        if (licence.status == Status.None) revert LicenceStatusForbids(holder, kind, Status.None);
        _requireBoard(licence.jurisdiction);
    }

    /// @dev The AccessManager authorises functions, not arguments; so the board of the jurisdiction is asked for here.
    /// A member who must wait before acting is refused, since nothing here would make them wait.
    function _requireBoard(bytes6 jurisdiction) private view {
        (bool isMember, uint32 delay) = manager.hasRole(boardRole(jurisdiction), msg.sender);
        if (!isMember) revert LicenceBoardUnauthorized(msg.sender, jurisdiction);
        if (delay != 0) revert LicenceBoardDelayed(msg.sender, jurisdiction, delay);
    }

    function _counts(Licence storage licence) private view returns (bool) {
        return
            licence.status == Status.Active &&
            licence.validFrom <= block.timestamp &&
            block.timestamp < licence.validUntil;
    }
}
