// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuditLog} from "../../../../contracts/interfaces/IAuditLog.sol";
import {AuditLog} from "../../../../contracts/audit/AuditLog.sol";
import {Handler} from "./Handler.sol";

/// @title Three gateways that anchor their logs
abstract contract AuditActions is Handler {
    struct Anchor {
        uint64 count;
        bytes32 head;
    }

    AuditLog private immutable _log = new AuditLog();

    address[] private _gateways;

    mapping(address gateway => Anchor) private _last;

    constructor() {
        _gateways = [_introduce("gateway 0"), _introduce("gateway 1"), _introduce("gateway 2")];
    }

    function anchor(uint256 seed) external {
        _roll(seed);
        address gateway = _pick(_gateways);
        Anchor memory last = _last[gateway];
        Anchor memory next;
        next.head = _oneIn(20) ? bytes32(0) : bytes32(_draw(type(uint256).max));
        next.count = uint64(_oneIn(64) ? type(uint64).max - _draw(2) : uint256(last.count) + _draw(6));
        if (_oneIn(8)) next.count = uint64(_draw(uint256(last.count) + 1));

        bool must = next.head != 0 && next.count > last.count;
        bool accepted = _send(gateway, address(_log), abi.encodeCall(IAuditLog.anchor, (next.head, next.count)));
        _check(!accepted || next.count > last.count, "the count of a log strictly grows");
        _check(accepted == must, "a growing log with a head is anchored, and nothing else");
        if (accepted) _last[gateway] = next;
    }

    function requireOwnHeads() external view {
        for (uint256 i = 0; i < _gateways.length; ++i) {
            Anchor memory last = _last[_gateways[i]];
            (uint64 count, bytes24 hash) = _log.heads(_gateways[i]);
            require(count == last.count && hash == bytes24(last.head), "a head is the one its gateway anchored last");
        }
    }
}
