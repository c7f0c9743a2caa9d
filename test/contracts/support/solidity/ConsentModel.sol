// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {ConsentOrders} from "./ConsentOrders.sol";

/// @title What consents must be, told as a story, without the contract's nonces and generations
/// @dev A chart's chapters count its opening and every end of all grants.
abstract contract ConsentModel is Clock {
    struct Story {
        uint256 chapters;
        uint256 rotations;
        bytes32 keyset;
    }

    struct Given {
        bool stands;
        bool read;
        bool contribute;
        uint256 from;
        uint256 until;
        uint256 changes;
        uint256 revocations;
    }

    uint8 internal constant READ = 1;
    uint8 internal constant CONTRIBUTE = 2;

    address[] internal subjects;
    address[] internal grantees;

    mapping(address subject => Story) internal stories;
    mapping(address subject => mapping(address grantee => Given)) internal given;

    function _allows(address subject, address grantee, uint8 permission) internal view returns (bool) {
        Given storage grant = given[subject][grantee];
        if (permission == 0 || !grant.stands) return false;
        if (block.timestamp < grant.from || block.timestamp >= grant.until) return false;
        bool reads = permission & READ == 0 || grant.read;
        bool contributes = permission & CONTRIBUTE == 0 || grant.contribute;
        return reads && contributes;
    }

    function _mayHappen(ConsentOrders.Order memory order) internal view returns (bool) {
        bool isOpen = stories[order.subject].chapters != 0;
        if (order.act == ConsentOrders.Act.Open) return !isOpen && order.keyset != 0;
        if (order.act == ConsentOrders.Act.Revoke) return true;
        if (!isOpen) return false;
        if (order.act == ConsentOrders.Act.RevokeAll) return true;
        if (order.act == ConsentOrders.Act.Rotate) return _startsEpoch(order);

        bool somebodyElse = order.grantee != order.subject;
        bool something = order.read || order.contribute;
        bool sometime = order.until > block.timestamp && order.until > order.from;
        return somebodyElse && something && sometime && (order.keyset == 0 || _startsEpoch(order));
    }

    /// @dev New keys begin an epoch when they are new, and were made for the epoch that ends.
    function _startsEpoch(ConsentOrders.Order memory order) internal view returns (bool) {
        Story storage story = stories[order.subject];
        bool isNew = order.keyset != 0 && bytes24(order.keyset) != bytes24(story.keyset);
        return story.chapters != 0 && isNew && order.epoch == story.rotations;
    }

    function _happened(ConsentOrders.Order memory order) internal {
        Story storage story = stories[order.subject];
        bool rotates = _startsEpoch(order);
        if (order.act == ConsentOrders.Act.Open) {
            story.chapters = 1;
            story.keyset = order.keyset;
        } else if (order.act == ConsentOrders.Act.Grant) {
            _tellGrant(order);
        } else if (order.act == ConsentOrders.Act.Revoke) {
            Given storage grant = given[order.subject][order.grantee];
            grant.stands = false;
            ++grant.changes;
            ++grant.revocations;
        } else if (order.act == ConsentOrders.Act.RevokeAll) {
            ++story.chapters;
            for (uint256 i = 0; i < grantees.length; ++i) given[order.subject][grantees[i]].stands = false;
        }
        if (rotates) {
            ++story.rotations;
            story.keyset = order.keyset;
        }
    }

    /// @dev An order over the chart as it is, mostly one that may happen.
    function _drawOrder(
        ConsentOrders.Act act,
        address subject,
        address grantee
    ) internal returns (ConsentOrders.Order memory order) {
        order.act = act;
        order.subject = subject;
        order.grantee = grantee;
        order.epoch = uint32(stories[subject].rotations);
        bool needsKeys = act == ConsentOrders.Act.Open || act == ConsentOrders.Act.Rotate;
        if (needsKeys || _oneIn(3)) order.keyset = _drawKeyset();
        bool misses = act == ConsentOrders.Act.Rotate && _oneIn(6);
        if (misses) order.epoch = order.epoch == 0 || _oneIn(2) ? order.epoch + 1 : order.epoch - 1;
        if (act != ConsentOrders.Act.Grant) return order;

        uint256 permissions = _oneIn(12) ? 0 : 1 + _draw(3);
        (order.read, order.contribute) = (permissions & READ != 0, permissions & CONTRIBUTE != 0);
        order.from = uint40(block.timestamp + 60 - _draw(120));
        order.until = _oneIn(10) ? type(uint40).max : uint40(block.timestamp + _draw(200));
        _remember(order.from);
        if (order.until != type(uint40).max) _remember(order.until);
    }

    /// @dev Few, so that they meet again: none, one of which only zeros are stored, and pairs that differ unseen.
    function _drawKeyset() private returns (bytes32) {
        uint256 number = _draw(12);
        if (number < 2) return bytes32(number);
        return bytes32(bytes24(keccak256(abi.encode(number / 2)))) | bytes32(number % 2);
    }

    function _tellGrant(ConsentOrders.Order memory order) private {
        Given storage grant = given[order.subject][order.grantee];
        grant.stands = true;
        grant.read = order.read;
        grant.contribute = order.contribute;
        grant.from = order.from < block.timestamp ? block.timestamp : order.from;
        grant.until = order.until;
        ++grant.changes;
    }
}
