// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What a gateway can no longer change in its access log
/// @notice A gateway keeps a log of who received the key to which record. It anchors a head over all of it here from
/// time to time. A patient's part of the log can then be checked against the chain, and a gateway that drops or rewrites
/// an entry cannot make the sums come out.
interface IAuditLog {
    /// @notice The newest head of a gateway, one storage slot: count 64 | hash 192
    /// @param count how many entries the head covers
    /// @param hash the first 24 bytes of the head; all of it stands in the event
    struct Head {
        uint64 count;
        bytes24 hash;
    }

    /// @notice A gateway fixed its first `count` entries.
    event Anchored(address indexed gateway, bytes32 head, uint64 count);

    /// @notice A head of zero says nothing.
    error AuditHeadZero();

    /// @notice A log only grows.
    error AuditCountNotGrowing(uint64 current, uint64 given);

    /// @notice Fixes the caller's log up to here.
    function anchor(bytes32 head, uint64 count) external;

    /// @notice The newest head of a gateway, as {Head}.
    function heads(address gateway) external view returns (uint64 count, bytes24 hash);
}
