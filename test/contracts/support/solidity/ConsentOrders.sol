// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentRegistry} from "../../../../contracts/interfaces/IConsentRegistry.sol";

/// @title What a subject may want of the registry of consents
library ConsentOrders {
    enum Act {
        Open,
        Grant,
        Revoke,
        RevokeAll,
        Rotate
    }

    /// @dev The same, whether it goes out as a transaction or as a signature.
    struct Order {
        Act act;
        address subject;
        address grantee;
        bool read;
        bool contribute;
        uint40 from;
        uint40 until;
        bytes32 keyset;
        uint32 epoch;
    }

    /// @dev The transaction that the subject sends.
    function encode(Order memory order) internal pure returns (bytes memory) {
        if (order.act == Act.Open) return abi.encodeCall(IConsentRegistry.openChart, (order.keyset));
        if (order.act == Act.Revoke) return abi.encodeCall(IConsentRegistry.revoke, (order.grantee, order.keyset));
        if (order.act == Act.RevokeAll) return abi.encodeCall(IConsentRegistry.revokeAll, (order.keyset));
        if (order.act == Act.Rotate) return abi.encodeCall(IConsentRegistry.rotate, (order.epoch, order.keyset));
        return
            abi.encodeCall(
                IConsentRegistry.grant,
                (order.grantee, order.read, order.contribute, order.from, order.until, "terms", order.keyset)
            );
    }
}
