// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {above} from "../../test/contracts/support/solidity/above.sol";
import {vm} from "../../test/contracts/support/solidity/Vm.sol";
import {ILicenceRegistry} from "../interfaces/ILicenceRegistry.sol";
import {LicenceRegistry} from "./LicenceRegistry.sol";

/// @title What one call to the registry of licences does
contract LicenceRegistryTest {
    uint256 private constant NOW = 1_800_000_000;
    bytes6 private constant HOME = "US-CA";
    address private constant HOLDER = address(0xD0C);

    AccessManager private _manager;
    LicenceRegistry private _registry;

    function setUp() external {
        vm.warp(NOW);
        _manager = new AccessManager(address(this));
        _registry = new LicenceRegistry(_manager);
        _sit(HOME, address(this), 0);
    }

    /// @notice Every jurisdiction has a role of its own, behind a prefix that no counted role reaches.
    function testFuzz_everyBoardHasItsRole(bytes6 jurisdiction, bytes6 other) external view {
        uint64 role = _registry.boardRole(jurisdiction);
        require(
            role >> 48 == 0xB0A2 && uint48(role) == uint48(jurisdiction),
            "a role is the prefix and the jurisdiction"
        );
        require((role == _registry.boardRole(other)) == (jurisdiction == other), "no two boards share a role");
    }

    /// @notice Every field of a licence comes back as it was written, and no other licence changes.
    function testFuzz_licenceHoldsItsFields(
        address holder,
        uint8 kind,
        bytes6 jurisdiction,
        uint40 from,
        uint40 until,
        bytes32 number
    ) external {
        vm.assume(holder != address(0) && jurisdiction != 0 && number != 0);
        from %= type(uint40).max;
        until = above(from < NOW ? NOW : from, until);
        _sit(jurisdiction, address(this), 0);
        _registry.issue(holder, kind % 4, jurisdiction, from, until, number);
        for (uint8 other = 0; other < 4; ++other) {
            ILicenceRegistry.Licence memory licence = _licence(holder, other);
            bool isOther = other != kind % 4;
            require(isOther == (licence.status == ILicenceRegistry.Status.None), "one licence is given at a time");
            if (isOther) continue;
            require(licence.status == ILicenceRegistry.Status.Active, "a new licence is active");
            require(licence.validFrom == from && licence.validUntil == until, "a window is stored as it was given");
            require(licence.jurisdiction == jurisdiction, "a jurisdiction is stored as it was given");
            require(licence.number == bytes15(number), "of a number the first bytes are stored");
        }
    }

    /// @notice A licence counts from its first second, and no longer in the second at which it ends.
    function testFuzz_licenceCountsInItsWindow(uint40 from, uint40 until, uint40 time) external {
        from %= type(uint40).max;
        until = above(from < NOW ? NOW : from, until);
        _registry.issue(HOLDER, 0, HOME, from, until, "number");
        uint40[5] memory times = [time, from, from == 0 ? 0 : from - 1, until - 1, until];
        for (uint256 i = 0; i < 5; ++i) {
            vm.warp(times[i]);
            bool inside = times[i] >= from && times[i] < until;
            require(_registry.isLicensed(HOLDER, 0) == inside, "a licence counts from its first second to its last");
        }
    }

    function testFuzz_windowMustEndLater(uint40 from, uint40 until) external {
        bool isWindow = until > from && until > NOW;
        bytes memory call = abi.encodeCall(ILicenceRegistry.issue, (HOLDER, 0, HOME, from, until, "number"));
        require(_accepts(call) == isWindow, "a window has a second, and ends in the future");
    }

    /// @notice A renewal moves the end, and nothing else, to a later moment in the future.
    function testFuzz_renewalMovesTheEndToLater(uint40 until, uint40 next, uint40 time) external {
        (until, time) = (above(NOW, until), above(NOW, time));
        if (next % 4 < 2) next = until - (next % 4);
        _registry.issue(HOLDER, 0, HOME, 7, until, "number");
        vm.warp(time);
        bool must = next > until && next > time;
        require(_accepts(abi.encodeCall(ILicenceRegistry.renew, (HOLDER, 0, next))) == must, "a renewal is to later");
        ILicenceRegistry.Licence memory licence = _licence(HOLDER, 0);
        require(licence.validFrom == 7 && licence.validUntil == (must ? next : until), "a renewal moves the end alone");
    }

    /// @notice One of several kinds is enough; kinds that do not exist are refused.
    function testFuzz_anyOfSeveralKinds(uint8 issued, uint8 suspended, uint8 asked) external {
        uint8 counting = 0;
        for (uint8 kind = 0; kind < 4; ++kind) {
            if ((issued >> kind) & 1 == 0) continue;
            _registry.issue(HOLDER, kind, HOME, 0, type(uint40).max, bytes32(uint256(kind) + 1) << 248);
            if ((suspended >> kind) & 1 == 1) _registry.suspend(HOLDER, kind);
            else counting |= uint8(1 << kind);
        }
        if (asked > 15) vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceKindsUnknown.selector, asked));
        bool licensed = _registry.isLicensedAsAny(HOLDER, asked);
        require(asked > 15 || licensed == (counting & asked != 0), "any of the kinds asked for is enough");
    }

    function testFuzz_unknownKindsAreRefused(uint8 kind) external {
        vm.assume(kind > 3);
        bytes memory call = abi.encodeCall(ILicenceRegistry.issue, (HOLDER, kind, HOME, 0, type(uint40).max, "number"));
        require(!_accepts(call), "no licence of an unknown kind is issued");
        require(!_accepts(abi.encodeCall(ILicenceRegistry.renew, (HOLDER, kind, type(uint40).max))), "nor renewed");
        require(!_accepts(abi.encodeCall(ILicenceRegistry.suspend, (HOLDER, kind))), "nor suspended");
        require(!_accepts(abi.encodeCall(ILicenceRegistry.reinstate, (HOLDER, kind))), "nor reinstated");
        require(!_accepts(abi.encodeCall(ILicenceRegistry.revoke, (HOLDER, kind))), "nor revoked");
        require(!_accepts(abi.encodeCall(ILicenceRegistry.isLicensed, (HOLDER, kind))), "nor asked for");
    }

    /// @notice A seat on one board is none on another, and a member who must wait is refused.
    function testFuzz_onlyTheOwnBoardIssues(address official, bytes6 jurisdiction, uint32 delay) external {
        vm.assume(official != address(this) && jurisdiction != HOME && jurisdiction != 0);
        bytes memory call = abi.encodeCall(
            ILicenceRegistry.issue,
            (HOLDER, 0, jurisdiction, 0, type(uint40).max, "number")
        );
        require(!_accepts(call), "another board does not issue");
        _sit(jurisdiction, official, delay);
        vm.prank(official);
        require(_accepts(call) == (delay == 0), "a member issues, unless only after a delay");
    }

    /// @notice A number is taken in its jurisdiction alone, and free again once its licence is revoked.
    function testFuzz_numberHasOneCarrier(address first, address second, uint8 kinds, bytes32 number) external {
        (uint8 kind, uint8 other) = (kinds % 4, (kinds >> 2) % 4);
        address third = address(_registry);
        vm.assume(first != address(0) && first != third && second != address(0) && second != third && number != 0);
        vm.assume(first != second || kind != other);
        _registry.issue(first, kind, HOME, 0, type(uint40).max, number);
        bytes memory again = abi.encodeCall(ILicenceRegistry.issue, (second, other, HOME, 0, type(uint40).max, number));
        require(!_accepts(again), "a number has one carrier");
        _sit("DE-BY", address(this), 0);
        _registry.issue(third, kind, "DE-BY", 0, type(uint40).max, number);
        _registry.suspend(first, kind);
        require(!_accepts(again), "a suspended licence carries its number");
        _registry.revoke(first, kind);
        require(_accepts(again), "a revoked licence frees its number");
    }

    function test_theManagerMustBeAContract() external {
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceManagerInvalid.selector, HOLDER));
        new LicenceRegistry(IAccessManager(HOLDER));
    }

    function _sit(bytes6 jurisdiction, address official, uint32 delay) private {
        _manager.grantRole(_registry.boardRole(jurisdiction), official, delay);
    }

    function _accepts(bytes memory call) private returns (bool accepted) {
        (accepted, ) = address(_registry).call(call);
    }

    function _licence(address holder, uint8 kind) private view returns (ILicenceRegistry.Licence memory licence) {
        (licence.status, licence.validFrom, licence.validUntil, licence.jurisdiction, licence.number) = _registry
            .licences(holder, kind);
    }
}
