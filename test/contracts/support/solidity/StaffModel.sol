// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {StaffOrders} from "./StaffOrders.sol";

/// @title Who must be whose staff, told as a story, without the contract's nonces
abstract contract StaffModel is Clock {
    struct Post {
        bool stands;
        uint256 until;
        uint256 changes;
        uint256 withdrawals;
    }

    mapping(address hospital => mapping(address staff => Post)) internal posts;

    function _worksFor(address hospital, address staff) internal view returns (bool) {
        Post storage post = posts[hospital][staff];
        return post.stands && block.timestamp < post.until;
    }

    function _mayHappen(StaffOrders.Order memory order) internal view returns (bool) {
        bool somebodyElse = order.staff != address(0) && order.staff != order.hospital;
        return order.act == StaffOrders.Act.Withdraw || (somebodyElse && order.until > block.timestamp);
    }

    function _happened(StaffOrders.Order memory order) internal {
        Post storage post = posts[order.hospital][order.staff];
        post.stands = order.act == StaffOrders.Act.Appoint;
        post.until = order.until;
        ++post.changes;
        if (!post.stands) ++post.withdrawals;
    }

    /// @dev Mostly one that may happen.
    function _drawOrder(
        StaffOrders.Act act,
        address hospital,
        address staff
    ) internal returns (StaffOrders.Order memory order) {
        (order.act, order.hospital, order.staff) = (act, hospital, staff);
        if (act == StaffOrders.Act.Withdraw) return order;
        order.until = _oneIn(10) ? type(uint40).max : uint40(block.timestamp + _draw(200));
        if (order.until != type(uint40).max) _remember(order.until);
    }
}
