// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Handler} from "./Handler.sol";
import {vm} from "./Vm.sol";

/// @title A handler whose time goes on, mostly to a moment at which something begins or ends
abstract contract Clock is Handler {
    uint256[] private _moments;

    /// @notice Time goes on: a little, or to just before, at, or just after a moment that matters.
    function wait(uint256 seed) external {
        _roll(seed);
        uint256 moment = _oneIn(2) ? _soonest() : _any();
        vm.warp(moment == 0 ? block.timestamp + 1 + _draw(40) : moment - 1 + _draw(3));
    }

    function _soonest() private view returns (uint256 soonest) {
        for (uint256 i = 0; i < _moments.length; ++i) {
            bool sooner = soonest == 0 || _moments[i] < soonest;
            if (sooner && _moments[i] > block.timestamp) soonest = _moments[i];
        }
    }

    function _any() private returns (uint256) {
        uint256 start = _draw(_moments.length + 1);
        for (uint256 i = start; i < _moments.length; ++i) {
            if (_moments[i] > block.timestamp) return _moments[i];
        }
        return 0;
    }

    function _remember(uint256 moment) internal {
        _moments.push(moment);
    }

    function _drawDeadline() internal returns (uint256 deadline) {
        deadline = block.timestamp + _draw(_oneIn(4) ? 20 : 500);
        _remember(deadline + 1);
    }
}
