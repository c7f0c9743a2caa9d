// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {above} from "../../test/contracts/support/solidity/above.sol";
import {TypedData} from "../../test/contracts/support/solidity/TypedData.sol";
import {vm} from "../../test/contracts/support/solidity/Vm.sol";
import {IStaffRegistry} from "../interfaces/IStaffRegistry.sol";
import {StaffRegistry} from "./StaffRegistry.sol";

/// @title What one call to the registry of staff does
contract StaffRegistryTest {
    uint256 private constant KEY = 0xA11CE;
    uint256 private constant NOW = 1_800_000_000;

    address private immutable _hospital = vm.addr(KEY);

    StaffRegistry private _registry;

    function setUp() external {
        vm.warp(NOW);
        _registry = new StaffRegistry();
    }

    /// @notice In any state, every field comes back as it was written, and only the nonce of appointments has moved.
    function testFuzz_appointmentHoldsItsFields(address staff, uint128 slot, uint40 until) external {
        vm.assume(staff != address(0) && staff != _hospital);
        until = above(NOW, until);
        (uint32 appointNonce, uint32 withdrawNonce) = _write(staff, slot);
        vm.prank(_hospital);
        _registry.appoint(staff, until);
        unchecked {
            _requireAppointment(staff, until, appointNonce + 1, withdrawNonce);
        }
    }

    /// @notice An appointment counts until the second in which it ends.
    function testFuzz_appointmentCountsUntilItsEnd(address staff, uint40 until, uint40 time) external {
        vm.assume(staff != address(0) && staff != _hospital);
        until = above(NOW, until);
        vm.prank(_hospital);
        _registry.appoint(staff, until);
        uint40[3] memory times = [time, until - 1, until];
        for (uint256 i = 0; i < 3; ++i) {
            vm.warp(times[i]);
            require(_registry.isStaff(_hospital, staff) == (times[i] < until), "it counts until the second of its end");
            require(!_registry.isStaff(staff, _hospital), "nobody is staff of one's own staff by that");
        }
    }

    function testFuzz_endMustLieAhead(address staff, uint40 until, uint40 time) external {
        vm.assume(staff != address(0) && staff != _hospital);
        if (time % 4 < 3) time = uint40((uint256(until) + (time % 4)) % type(uint40).max);
        vm.warp(time);
        bool accepted = _byHospital(abi.encodeCall(IStaffRegistry.appoint, (staff, until)));
        require(accepted == (until > time), "an appointment ends after now, or is refused");
    }

    /// @notice In any state, with or without an appointment, even at the last nonce, and whoever it is.
    function testFuzz_withdrawNeverFails(address staff, uint128 slot, uint40 time) external {
        vm.warp(time);
        (uint32 appointNonce, uint32 withdrawNonce) = _write(staff, slot);
        vm.prank(_hospital);
        _registry.withdraw(staff);
        unchecked {
            _requireAppointment(staff, 0, appointNonce + 1, withdrawNonce + 1);
        }
        require(!_registry.isStaff(_hospital, staff), "after a withdrawal nobody is staff");
    }

    /// @notice A signed withdrawal counts once, as the next one, up to and including its deadline.
    function testFuzz_signedWithdrawalCountsOnce(address staff, uint32 nonce, uint40 deadline, uint40 time) external {
        if (nonce % 2 == 0) nonce = 0;
        if (time % 4 < 3) time = uint40(uint256(deadline) + (time % 4));
        bytes32 typeHash = keccak256("Withdraw(address hospital,address staff,uint32 withdrawNonce,uint256 deadline)");
        IStaffRegistry.Withdraw memory message = IStaffRegistry.Withdraw(_hospital, staff, nonce);
        bytes memory signature = _sign(keccak256(abi.encode(typeHash, message, deadline)));
        bytes memory call = abi.encodeCall(IStaffRegistry.withdrawBySig, (message, deadline, signature));
        vm.warp(time);
        bool accepted = _accepts(call);
        require(accepted == (nonce == 0 && time <= deadline), "it counts as the next one until its deadline");
        require(!_accepts(call) || nonce == 1, "it counts once");
    }

    /// @notice A signed appointment never counts after a withdrawal, whatever was brought before.
    function testFuzz_nothingSignedBeforeAWithdrawalCountsAfterIt(
        address staff,
        uint40 until,
        bool appointed
    ) external {
        vm.assume(staff != address(0) && staff != _hospital);
        until = above(NOW, until);
        if (appointed) require(_byHospital(abi.encodeCall(IStaffRegistry.appoint, (staff, until))), "appointed");
        (, uint32 nonce, ) = _registry.appointments(_hospital, staff);
        IStaffRegistry.Appoint memory message = IStaffRegistry.Appoint(_hospital, staff, until, nonce);
        bytes32 typeHash = keccak256(
            "Appoint(address hospital,address staff,uint40 validUntil,uint32 appointNonce,uint256 deadline)"
        );
        bytes memory signature = _sign(keccak256(abi.encode(typeHash, message, NOW)));
        bytes memory call = abi.encodeCall(IStaffRegistry.appointBySig, (message, NOW, signature));
        require(_byHospital(abi.encodeCall(IStaffRegistry.withdraw, (staff))), "a withdrawal never fails");
        require(!_accepts(call), "what was signed before a withdrawal never counts after it");
        require(!_registry.isStaff(_hospital, staff), "who was withdrawn stays withdrawn");
    }

    function testFuzz_nobodyIsStaffOfOneself(address hospital, uint40 until) external {
        until = above(NOW, until);
        vm.prank(hospital);
        require(!_accepts(abi.encodeCall(IStaffRegistry.appoint, (hospital, until))), "nobody appoints oneself");
        vm.prank(hospital);
        require(!_accepts(abi.encodeCall(IStaffRegistry.appoint, (address(0), until))), "nobody appoints the zero");
    }

    /// @dev Any bits that an appointment can have.
    function _write(address staff, uint128 slot) private returns (uint32 appointNonce, uint32 withdrawNonce) {
        slot = uint104(slot);
        bytes32 place = keccak256(abi.encode(staff, keccak256(abi.encode(_hospital, 2))));
        vm.store(address(_registry), place, bytes32(uint256(slot)));
        (appointNonce, withdrawNonce) = (uint32(slot >> 40), uint32(slot >> 72));
        _requireAppointment(staff, uint40(slot), appointNonce, withdrawNonce);
    }

    function _requireAppointment(address staff, uint40 until, uint32 appointNonce, uint32 withdrawNonce) private view {
        (uint40 storedUntil, uint32 appointments, uint32 withdrawals) = _registry.appointments(_hospital, staff);
        require(storedUntil == until, "the end is as it was written");
        require(appointments == appointNonce, "the nonce of appointments counts every change");
        require(withdrawals == withdrawNonce, "the nonce of withdrawals counts those alone");
    }

    function _sign(bytes32 structHash) private view returns (bytes memory) {
        return TypedData.sign(KEY, TypedData.digest(address(_registry), block.chainid, structHash));
    }

    function _byHospital(bytes memory call) private returns (bool accepted) {
        vm.prank(_hospital);
        return _accepts(call);
    }

    function _accepts(bytes memory call) private returns (bool accepted) {
        (accepted, ) = address(_registry).call(call);
    }
}
