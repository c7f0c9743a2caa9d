// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../../contracts/interfaces/ILicenceRegistry.sol";
import {Clock} from "./Clock.sol";
import {LicenceRulings} from "./LicenceRulings.sol";

/// @title What licences must be: each as its board left it
abstract contract LicenceModel is Clock {
    struct Held {
        ILicenceRegistry.Status status;
        uint256 from;
        uint256 until;
        bytes6 jurisdiction;
        bytes15 number;
    }

    uint8 internal constant KINDS = 4;

    address[] internal holders;

    mapping(address holder => mapping(uint8 kind => Held)) internal held;

    function _licensed(address holder, uint8 kind) internal view returns (bool) {
        Held storage licence = held[holder][kind];
        if (licence.status != ILicenceRegistry.Status.Active) return false;
        return block.timestamp >= licence.from && block.timestamp < licence.until;
    }

    /// @dev Whether the ruling is possible, apart from who makes it.
    function _mayBeRuled(LicenceRulings.Ruling memory ruling) internal view returns (bool) {
        Held storage licence = held[ruling.holder][ruling.kind];
        bool inForce = _inForce(licence);
        bool isActive = licence.status == ILicenceRegistry.Status.Active;
        if (ruling.decision == LicenceRulings.Decision.Revoke) return inForce;
        if (ruling.decision == LicenceRulings.Decision.Suspend) return isActive;
        if (ruling.decision == LicenceRulings.Decision.Reinstate) return inForce && !isActive;
        bool ahead = ruling.until > block.timestamp;
        if (ruling.decision == LicenceRulings.Decision.Renew) return isActive && ahead && ruling.until > licence.until;
        return !inForce && ahead && ruling.until > ruling.from && !_isCarried(ruling.jurisdiction, ruling.number);
    }

    function _ruled(LicenceRulings.Ruling memory ruling) internal {
        Held storage licence = held[ruling.holder][ruling.kind];
        if (ruling.decision == LicenceRulings.Decision.Revoke) licence.status = ILicenceRegistry.Status.Revoked;
        else if (ruling.decision == LicenceRulings.Decision.Suspend) licence.status = ILicenceRegistry.Status.Suspended;
        else if (ruling.decision == LicenceRulings.Decision.Renew) licence.until = ruling.until;
        else licence.status = ILicenceRegistry.Status.Active;
        if (ruling.decision != LicenceRulings.Decision.Issue) return;
        licence.from = ruling.from;
        licence.until = ruling.until;
        licence.jurisdiction = ruling.jurisdiction;
        licence.number = bytes15(ruling.number);
    }

    function _drawRuling(
        LicenceRulings.Decision decision,
        address holder,
        uint8 kind
    ) internal returns (LicenceRulings.Ruling memory ruling) {
        ruling.decision = decision;
        ruling.holder = holder;
        ruling.kind = kind;
        ruling.from = uint40(block.timestamp + 40 - _draw(80));
        ruling.until = uint40(block.timestamp + _draw(300));
        if (decision == LicenceRulings.Decision.Renew && !_oneIn(4))
            ruling.until = uint40(held[holder][kind].until + _draw(200));
        _remember(ruling.from);
        _remember(ruling.until);
    }

    function _inForce(Held storage licence) internal view returns (bool) {
        ILicenceRegistry.Status status = licence.status;
        return status == ILicenceRegistry.Status.Active || status == ILicenceRegistry.Status.Suspended;
    }

    /// @dev Asks every licence, where the contract keeps an index. Of a number only the stored bytes count.
    function _isCarried(bytes6 jurisdiction, bytes32 number) private view returns (bool) {
        for (uint256 i = 0; i < holders.length; ++i) {
            for (uint8 kind = 0; kind < KINDS; ++kind) {
                Held storage licence = held[holders[i]][kind];
                bool same = licence.jurisdiction == jurisdiction && licence.number == bytes15(number);
                if (same && _inForce(licence)) return true;
            }
        }
        return false;
    }
}
