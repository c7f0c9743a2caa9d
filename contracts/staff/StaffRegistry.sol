// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IStaffRegistry} from "../interfaces/IStaffRegistry.sol";
import {Signature} from "../signing/Signature.sol";

/// @title The staff of all hospitals
/// @notice Keeps what {IStaffRegistry} promises.
/// @dev Nonces have 32 bits and wrap: a hospital that pays for 2^32 changes of one key may bring an own old signature back
/// to life. All writes to the slot stand in one function, of which the compiler makes a single write.
contract StaffRegistry is IStaffRegistry, EIP712 {
    bytes32 private constant APPOINT_TYPEHASH = keccak256(
        "Appoint(address hospital,address staff,uint40 validUntil,uint32 appointNonce,uint256 deadline)"
    );
    bytes32 private constant WITHDRAW_TYPEHASH = keccak256(
        "Withdraw(address hospital,address staff,uint32 withdrawNonce,uint256 deadline)"
    );

    /// @inheritdoc IStaffRegistry
    mapping(address hospital => mapping(address staff => Appointment)) public appointments;

    constructor() EIP712("Ownchart", "1") {}

    /// @inheritdoc IStaffRegistry
    function appoint(address staff, uint40 validUntil) external {
        _appoint(msg.sender, staff, validUntil);
    }

    /// @inheritdoc IStaffRegistry
    function appointBySig(Appoint calldata message, uint256 deadline, bytes calldata signature) external {
        (address hospital, address staff) = (message.hospital, message.staff);
        _requireSignature(hospital, keccak256(abi.encode(APPOINT_TYPEHASH, message, deadline)), deadline, signature);
        uint32 nonce = appointments[hospital][staff].appointNonce;
        if (message.appointNonce != nonce) revert StaffNonceStale(nonce, message.appointNonce);
        _appoint(hospital, staff, message.validUntil);
    }

    /// @inheritdoc IStaffRegistry
    function withdraw(address staff) external {
        _withdraw(msg.sender, staff);
    }

    /// @inheritdoc IStaffRegistry
    function withdrawBySig(Withdraw calldata message, uint256 deadline, bytes calldata signature) external {
        (address hospital, address staff) = (message.hospital, message.staff);
        _requireSignature(hospital, keccak256(abi.encode(WITHDRAW_TYPEHASH, message, deadline)), deadline, signature);
        uint32 nonce = appointments[hospital][staff].withdrawNonce;
        if (message.withdrawNonce != nonce) revert StaffNonceStale(nonce, message.withdrawNonce);
        _withdraw(hospital, staff);
    }

    /// @inheritdoc IStaffRegistry
    function isStaff(address hospital, address staff) external view returns (bool) {
        return block.timestamp < appointments[hospital][staff].validUntil;
    }

    function _appoint(address hospital, address staff, uint40 validUntil) private {
        if (staff == address(0)) revert StaffZero();
        if (staff == hospital) revert StaffIsHospital(hospital);
        if (validUntil <= block.timestamp) revert StaffEndPassed(validUntil);

        _change(hospital, staff, validUntil, false);
        emit StaffAppointed(hospital, staff, validUntil);
    }

    function _withdraw(address hospital, address staff) private {
        _change(hospital, staff, 0, true);
        emit StaffWithdrawn(hospital, staff);
    }

    /// @dev The slot is kept, with its nonces: otherwise a signature made before could come back to life.
    function _change(address hospital, address staff, uint40 validUntil, bool withdraws) private {
        Appointment storage appointment = appointments[hospital][staff];
        (uint32 appointNonce, uint32 withdrawNonce) = (appointment.appointNonce, appointment.withdrawNonce);
        unchecked {
            ++appointNonce;
            if (withdraws) ++withdrawNonce;
        }
        appointment.validUntil = validUntil;
        appointment.appointNonce = appointNonce;
        appointment.withdrawNonce = withdrawNonce;
    }

    function _requireSignature(
        address hospital,
        bytes32 structHash,
        uint256 deadline,
        bytes calldata signature
    ) private view {
        if (block.timestamp > deadline) revert StaffSignatureExpired(deadline);
        bool signed = Signature.isValid(hospital, _hashTypedDataV4(structHash), signature);
        if (!signed) revert StaffSignatureInvalid(hospital);
    }
}
