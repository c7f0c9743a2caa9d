// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../../contracts/interfaces/ILicenceRegistry.sol";

/// @title What a member of a board may decide
library LicenceRulings {
    enum Decision {
        Issue,
        Renew,
        Suspend,
        Reinstate,
        Revoke
    }

    struct Ruling {
        Decision decision;
        address holder;
        uint8 kind;
        bytes6 jurisdiction;
        uint40 from;
        uint40 until;
        bytes32 number;
    }

    /// @dev The transaction that the member of the board sends.
    function encode(Ruling memory ruling) internal pure returns (bytes memory) {
        (address holder, uint8 kind) = (ruling.holder, ruling.kind);
        if (ruling.decision == Decision.Suspend) return abi.encodeCall(ILicenceRegistry.suspend, (holder, kind));
        if (ruling.decision == Decision.Reinstate) return abi.encodeCall(ILicenceRegistry.reinstate, (holder, kind));
        if (ruling.decision == Decision.Revoke) return abi.encodeCall(ILicenceRegistry.revoke, (holder, kind));
        if (ruling.decision == Decision.Renew) {
            return abi.encodeCall(ILicenceRegistry.renew, (holder, kind, ruling.until));
        }
        return
            abi.encodeCall(
                ILicenceRegistry.issue,
                (holder, kind, ruling.jurisdiction, ruling.from, ruling.until, ruling.number)
            );
    }
}
