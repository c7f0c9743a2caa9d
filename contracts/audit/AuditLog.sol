// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuditLog} from "../interfaces/IAuditLog.sol";

/// @title The anchored heads of all gateways
/// @notice Keeps what {IAuditLog} promises.
contract AuditLog is IAuditLog {
    /// @inheritdoc IAuditLog
    mapping(address gateway => Head) public heads;

    /// @inheritdoc IAuditLog
    function anchor(bytes32 head, uint64 count) external {
        if (head == 0) revert AuditHeadZero();
        Head storage current = heads[msg.sender];
        uint64 currentCount = current.count;
        if (count <= currentCount) revert AuditCountNotGrowing(currentCount, count);

        current.count = count;
        current.hash = bytes24(head);
        emit Anchored(msg.sender, head, count);
    }
}
