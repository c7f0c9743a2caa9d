// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStaffRegistry} from "../../../../contracts/interfaces/IStaffRegistry.sol";

/// @title What a hospital may want of the registry of staff
library StaffOrders {
    enum Act {
        Appoint,
        Withdraw
    }

    /// @dev The same, whether it goes out as a transaction or as a signature. Whoever withdraws needs no end.
    struct Order {
        Act act;
        address hospital;
        address staff;
        uint40 until;
    }

    /// @dev The transaction that the hospital sends.
    function encode(Order memory order) internal pure returns (bytes memory) {
        if (order.act == Act.Withdraw) return abi.encodeCall(IStaffRegistry.withdraw, (order.staff));
        return abi.encodeCall(IStaffRegistry.appoint, (order.staff, order.until));
    }

    /// @dev The transaction that anybody sends for the hospital.
    function encodeBySig(
        Order memory order,
        uint32 nonce,
        uint256 deadline,
        bytes memory signature
    ) internal pure returns (bytes memory) {
        if (order.act == Act.Withdraw) {
            IStaffRegistry.Withdraw memory withdrawal = IStaffRegistry.Withdraw(order.hospital, order.staff, nonce);
            return abi.encodeCall(IStaffRegistry.withdrawBySig, (withdrawal, deadline, signature));
        }
        IStaffRegistry.Appoint memory appointment;
        (appointment.hospital, appointment.staff) = (order.hospital, order.staff);
        (appointment.validUntil, appointment.appointNonce) = (order.until, nonce);
        return abi.encodeCall(IStaffRegistry.appointBySig, (appointment, deadline, signature));
    }

    /// @dev The EIP-712 hash of the message that the hospital signs.
    function structHash(Order memory order, uint32 nonce, uint256 deadline) internal pure returns (bytes32) {
        if (order.act == Act.Withdraw) {
            bytes32 withdrawTypeHash = keccak256(
                "Withdraw(address hospital,address staff,uint32 withdrawNonce,uint256 deadline)"
            );
            return keccak256(abi.encode(withdrawTypeHash, order.hospital, order.staff, nonce, deadline));
        }
        bytes32 typeHash = keccak256(
            "Appoint(address hospital,address staff,uint40 validUntil,uint32 appointNonce,uint256 deadline)"
        );
        return keccak256(abi.encode(typeHash, order.hospital, order.staff, order.until, nonce, deadline));
    }
}
