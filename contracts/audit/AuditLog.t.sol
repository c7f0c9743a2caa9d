// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {vm} from "../../test/contracts/support/solidity/Vm.sol";
import {IAuditLog} from "../interfaces/IAuditLog.sol";
import {AuditLog} from "./AuditLog.sol";

/// @title What one call to the anchor of access logs does
contract AuditLogTest {
    AuditLog private _log;

    function setUp() external {
        _log = new AuditLog();
    }

    /// @notice Every field comes back as it was written, and under no other gateway.
    function testFuzz_headHoldsItsFields(address gateway, address other, bytes32 head, uint64 count) external {
        vm.assume(head != 0 && count != 0 && other != gateway);
        vm.prank(gateway);
        _log.anchor(head, count);
        (uint64 storedCount, bytes24 hash) = _log.heads(gateway);
        require(storedCount == count && hash == bytes24(head), "a head is stored as it was anchored");
        (storedCount, hash) = _log.heads(other);
        require(storedCount == 0 && hash == 0, "a head is its own gateway's");
    }

    function testFuzz_countStrictlyGrows(bytes32 head, uint64 count, uint64 next) external {
        vm.assume(head != 0 && count != 0);
        _log.anchor(head, count);
        if (next % 3 == 0) next = count;
        (bool accepted, ) = address(_log).call(abi.encodeCall(IAuditLog.anchor, (head, next)));
        require(accepted == (next > count), "a count strictly grows");
    }

    function testFuzz_zeroIsNoHead(uint64 count) external {
        vm.expectRevert(abi.encodeWithSelector(IAuditLog.AuditHeadZero.selector));
        _log.anchor(0, count);
    }
}
