// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {above} from "../../test/contracts/support/solidity/above.sol";
import {TypedData} from "../../test/contracts/support/solidity/TypedData.sol";
import {vm} from "../../test/contracts/support/solidity/Vm.sol";
import {IConsentRegistry} from "../interfaces/IConsentRegistry.sol";
import {ConsentRegistry} from "./ConsentRegistry.sol";

/// @title What one call to the registry of consents does
contract ConsentRegistryTest {
    uint256 private constant KEY = 0xA11CE;
    uint256 private constant NOW = 1_800_000_000;
    bytes32 private constant KEYSET = "first keys";

    address private immutable _subject = vm.addr(KEY);

    ConsentRegistry private _registry;

    function setUp() external {
        vm.warp(NOW);
        _registry = new ConsentRegistry();
        vm.prank(_subject);
        _registry.openChart(KEYSET);
    }

    /// @notice Every field of a chart comes back as it was written, and no other.
    function testFuzz_chartHoldsItsFields(address subject, bytes32 keyset, bytes32 next) external {
        vm.assume(subject != _subject && keyset != 0 && next != 0 && bytes24(keyset) != bytes24(next));
        vm.prank(subject);
        _registry.openChart(keyset);
        _requireChart(subject, 1, 0, keyset);
        vm.prank(subject);
        _registry.rotate(0, next);
        _requireChart(subject, 1, 1, next);
        vm.prank(subject);
        _registry.revokeAll(keyset);
        _requireChart(subject, 2, 2, keyset);
        _requireChart(_subject, 1, 0, KEYSET);
    }

    /// @notice Every field of a grant comes back as it was written; a past beginning becomes now.
    function testFuzz_grantHoldsItsFields(address grantee, uint8 permissions, uint40 from, uint40 until) external {
        vm.assume(grantee != address(0) && grantee != _subject);
        from %= type(uint40).max;
        uint40 begins = from < NOW ? uint40(NOW) : from;
        until = above(begins, until);
        permissions = 1 + (permissions % 3);
        _grant(grantee, permissions, from, until);
        (uint40 a, uint40 b, uint32 generation, uint32 grantNonce, uint32 revokeNonce, uint8 stored) = _registry.grants(
            _subject,
            grantee
        );
        require(a == begins && b == until && stored == permissions, "a grant is stored as it was given");
        require(generation == 1 && grantNonce == 1 && revokeNonce == 0, "a grant bumps the grant nonce alone");
    }

    /// @notice A grant counts from its first second, and no longer in the second at which it ends.
    function testFuzz_grantCountsInItsWindow(uint40 from, uint40 until, uint40 time) external {
        from %= type(uint40).max;
        uint40 begins = from < NOW ? uint40(NOW) : from;
        until = above(begins, until);
        _grant(address(1), 3, from, until);
        if (time < NOW) time = time % 2 == 0 ? begins - 1 : until - 1;
        uint40[3] memory times = [time, begins, until];
        for (uint256 i = 0; i < 3; ++i) {
            vm.warp(times[i]);
            bool inside = times[i] >= begins && times[i] < until;
            require(
                _registry.isActive(_subject, address(1), 3) == inside,
                "a grant counts from its first second to its last"
            );
        }
    }

    function testFuzz_windowMustHoldASecond(uint40 from, uint40 until) external {
        uint40 begins = from < NOW ? uint40(NOW) : from;
        if (until > begins) (from, until) = (until, begins);
        if (until % 2 == 0) until = from < NOW ? uint40(NOW) : from;
        bytes memory call = abi.encodeCall(IConsentRegistry.grant, (address(1), true, true, from, until, 0, 0));
        require(!_bySubject(call), "an empty window is refused");
    }

    /// @notice A permission is there exactly when each of its bits was given; none and unknown ones are never.
    function testFuzz_everyPermissionAskedForMustBeGiven(uint8 given, uint8 asked) external {
        given = 1 + (given % 3);
        _grant(address(1), given, 0, type(uint40).max);
        if (asked > 3)
            vm.expectRevert(abi.encodeWithSelector(IConsentRegistry.ConsentPermissionUnknown.selector, asked));
        bool active = _registry.isActive(_subject, address(1), asked);
        require(asked > 3 || active == (asked != 0 && (given | asked) == given), "every permission asked for is given");
    }

    /// @notice In any state, with any keys, with or without a chart, even at the last nonce.
    function testFuzz_revokeNeverFails(
        address subject,
        address grantee,
        bytes32 grantSlot,
        bytes32 chart,
        bytes32 keyset
    ) external {
        vm.assume(grantee != address(0));
        vm.store(address(_registry), _chartSlot(subject), chart);
        vm.store(address(_registry), _grantSlot(subject, grantee), grantSlot);
        (, , , uint32 grantNonce, uint32 revokeNonce, ) = _registry.grants(subject, grantee);
        require(uint32(uint256(grantSlot) >> 112) == grantNonce, "the test writes the slot of the grant");
        vm.prank(subject);
        _registry.revoke(grantee, keyset);
        unchecked {
            _requireNothingButNonces(subject, grantee, grantNonce + 1, revokeNonce + 1);
        }
        for (uint8 permission = 0; permission < 4; ++permission) {
            require(!_registry.isActive(subject, grantee, permission), "after a revoke nothing is active");
        }
    }

    /// @notice Once a chart is open, in any state and with any keys.
    function testFuzz_revokeAllNeverFails(
        address subject,
        uint32 generation,
        uint32 epoch,
        bytes24 keyset,
        bytes32 next
    ) external {
        vm.assume(generation != 0);
        vm.store(address(_registry), _chartSlot(subject), _packChart(generation, epoch, keyset));
        vm.prank(subject);
        _registry.revokeAll(next);
        bool rotates = next != 0 && bytes24(next) != keyset;
        unchecked {
            _requireChart(subject, generation + 1, rotates ? epoch + 1 : epoch, rotates ? next : bytes32(keyset));
        }
    }

    /// @notice A revocation that cannot start an epoch still revokes; a rotation that cannot is refused.
    function testFuzz_presentKeysStartNoEpoch(bytes8 tail) external {
        bytes32 keyset = KEYSET | (bytes32(tail) >> 192);
        require(!_bySubject(abi.encodeCall(IConsentRegistry.rotate, (0, keyset))), "present keys start no epoch");
        require(_bySubject(abi.encodeCall(IConsentRegistry.revoke, (address(1), keyset))), "a revoke never fails");
        require(_bySubject(abi.encodeCall(IConsentRegistry.revokeAll, (keyset))), "nor does revokeAll");
        _requireChart(_subject, 2, 0, KEYSET);
    }

    /// @notice The last second of a signature is its deadline.
    function testFuzz_deadlineIsInclusive(uint40 deadline, uint40 time, address grantee) external {
        vm.assume(grantee != address(0));
        bytes32 typeHash = keccak256(
            "Revoke(address subject,address grantee,bytes32 nextKeyset,uint32 revokeNonce,uint32 epoch,uint256 deadline)"
        );
        IConsentRegistry.Revoke memory message = IConsentRegistry.Revoke(_subject, grantee, 0, 0, 0);
        bytes32 structHash = keccak256(abi.encode(typeHash, message, deadline));
        bytes memory signature = TypedData.sign(KEY, TypedData.digest(address(_registry), block.chainid, structHash));
        if (time % 4 < 3) time = uint40(uint256(deadline) + (time % 4));
        vm.warp(time);
        bool accepted = _accepts(abi.encodeCall(IConsentRegistry.revokeBySig, (message, deadline, signature)));
        require(accepted == (time <= deadline), "a signature counts up to its deadline, that second included");
    }

    function testFuzz_nobodyIsGivenNothing(uint40 until, bool read, bool contribute) external {
        until = above(NOW, until);
        bytes32 none = 0;
        bytes memory call = abi.encodeCall(
            IConsentRegistry.grant,
            (address(0), read, contribute, 0, until, none, none)
        );
        require(!_bySubject(call), "the zero address is given nothing");
        call = abi.encodeCall(IConsentRegistry.grant, (_subject, read, contribute, 0, until, none, none));
        require(!_bySubject(call), "subjects give themselves nothing");
        call = abi.encodeCall(IConsentRegistry.grant, (address(1), false, false, 0, until, none, none));
        require(!_bySubject(call), "a grant permits something");
        require(!_bySubject(abi.encodeCall(IConsentRegistry.revoke, (address(0), none))), "there is no grantee zero");
    }

    function testFuzz_aChartOpensOnce(bytes32 keyset) external {
        require(!_bySubject(abi.encodeCall(IConsentRegistry.openChart, (keyset))), "an open chart does not open again");
        require(!_accepts(abi.encodeCall(IConsentRegistry.openChart, (0))), "a chart opens with keys");
    }

    function _grant(address grantee, uint8 permissions, uint40 from, uint40 until) private {
        vm.prank(_subject);
        _registry.grant(grantee, permissions & 1 != 0, permissions & 2 != 0, from, until, "terms", 0);
    }

    function _bySubject(bytes memory call) private returns (bool accepted) {
        vm.prank(_subject);
        (accepted, ) = address(_registry).call(call);
    }

    function _accepts(bytes memory call) private returns (bool accepted) {
        (accepted, ) = address(_registry).call(call);
    }

    function _requireChart(address subject, uint32 generation, uint32 epoch, bytes32 keyset) private view {
        (uint32 storedGeneration, uint32 storedEpoch, bytes24 storedKeyset) = _registry.charts(subject);
        require(storedGeneration == generation, "the generation is as it was written");
        require(storedEpoch == epoch, "the epoch is as it was written");
        require(storedKeyset == bytes24(keyset), "the keyset is as it was written");
    }

    function _requireNothingButNonces(
        address subject,
        address grantee,
        uint32 grantNonce,
        uint32 revokeNonce
    ) private view {
        IConsentRegistry.GrantState memory left;
        (
            left.validFrom,
            left.validUntil,
            left.generation,
            left.grantNonce,
            left.revokeNonce,
            left.permissions
        ) = _registry.grants(subject, grantee);
        bool bumped = left.grantNonce == grantNonce && left.revokeNonce == revokeNonce;
        require(bumped, "a revoke bumps both nonces");
        bool empty = left.validFrom == 0 && left.validUntil == 0 && left.generation == 0 && left.permissions == 0;
        require(empty, "a revoke leaves nothing but the nonces");
    }

    /// @dev The first mapping of the registry.
    function _chartSlot(address subject) private pure returns (bytes32) {
        return keccak256(abi.encode(subject, 0));
    }

    /// @dev The second mapping of the registry.
    function _grantSlot(address subject, address grantee) private pure returns (bytes32) {
        return keccak256(abi.encode(grantee, keccak256(abi.encode(subject, 1))));
    }

    function _packChart(uint32 generation, uint32 epoch, bytes24 keyset) private pure returns (bytes32) {
        return bytes32((uint256(uint192(keyset)) << 64) | (uint256(epoch) << 32) | generation);
    }
}
