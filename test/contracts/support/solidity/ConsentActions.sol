// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ConsentRegistry} from "../../../../contracts/consent/ConsentRegistry.sol";
import {ConsentOrders} from "./ConsentOrders.sol";
import {ConsentPapers} from "./ConsentPapers.sol";
import {RefusingWallet} from "./Wallets.sol";
import {vm} from "./Vm.sol";

/// @title Three subjects, four grantees (one of them a subject), an attacker, and whoever carries signatures
abstract contract ConsentActions is ConsentPapers {
    struct Seen {
        uint32 generation;
        uint32 epoch;
        bytes24 keyset;
    }

    mapping(address subject => Seen) private _seen;

    modifier action(uint256 seed) {
        _roll(seed);
        _;
        _compareChartsWithBefore();
    }

    constructor() ConsentPapers(new ConsentRegistry()) {
        subjects = [_introduce("subject 0"), _introduce("subject 1"), _introduce("subject 2")];
        grantees = [subjects[2], _introduce("grantee 0"), _introduce("grantee 1"), _introduce("grantee 2")];
        vm.etch(subjects[1], address(new RefusingWallet()).code);
        for (uint256 i = 0; i < 2; ++i) {
            ConsentOrders.Order memory order;
            (order.act, order.subject, order.keyset) = (ConsentOrders.Act.Open, subjects[i], "first keys");
            _carryOut(order);
        }
    }

    function grant(uint256 seed) external action(seed) {
        _carryOut(_drawFor(ConsentOrders.Act.Grant));
    }

    function revoke(uint256 seed) external action(seed) {
        _carryOut(_drawFor(ConsentOrders.Act.Revoke));
    }

    function revokeAll(uint256 seed) external action(seed) {
        _carryOut(_drawFor(ConsentOrders.Act.RevokeAll));
    }

    function openOrRotate(uint256 seed) external action(seed) {
        _carryOut(_drawFor(_oneIn(4) ? ConsentOrders.Act.Open : ConsentOrders.Act.Rotate));
    }

    /// @notice A subject signs, and nobody brings it yet.
    function sign(uint256 seed) external action(seed) {
        _keep(_drawFor(_drawAct()));
    }

    function signAndBring(uint256 seed) external action(seed) {
        _bring(_keep(_drawFor(_drawAct())));
    }

    /// @notice Somebody brings what a subject signed at some time, used or not.
    function bring(uint256 seed) external action(seed) {
        if (papers.length == 0) _keep(_drawFor(_drawAct()));
        _bring(_drawPaper());
    }

    function forge(uint256 seed) external action(seed) {
        ConsentOrders.Order memory order = _drawFor(_drawAct());
        bool accepted = _send(_anybody(), address(registry), _counterfeit(order));
        _check(!accepted, "only the subject's own signature speaks for the subject");
    }

    /// @notice The attacker does in its own name whatever it likes; nobody else may notice.
    function trespass(uint256 seed) external action(seed) {
        _send(attacker, address(registry), ConsentOrders.encode(_drawFor(_drawAct())));
    }

    function requireActiveExactlyWhenGranted() external view {
        for (uint256 i = 0; i < subjects.length; ++i) {
            for (uint256 j = 0; j < grantees.length; ++j) _requireActiveExactlyWhenGranted(subjects[i], grantees[j]);
        }
    }

    function requireOnlySubjectsMovedTheirCharts() external view {
        for (uint256 i = 0; i < subjects.length; ++i) {
            Story storage story = stories[subjects[i]];
            (uint32 generation, uint32 epoch, bytes24 keyset) = registry.charts(subjects[i]);
            require(
                generation == story.chapters,
                "the generation counts the subject's own openings and ends of all grants"
            );
            require(epoch == story.rotations, "the epoch counts the subject's own rotations");
            require(keyset == bytes24(story.keyset), "the keyset is the one the subject chose last");
        }
    }

    function requireNoncesCountChanges() external view {
        for (uint256 i = 0; i < subjects.length; ++i) {
            for (uint256 j = 0; j < grantees.length; ++j) {
                Given storage story = given[subjects[i]][grantees[j]];
                (, , , uint32 grantNonce, uint32 revokeNonce, ) = registry.grants(subjects[i], grantees[j]);
                require(grantNonce == story.changes, "the grant nonce counts every change of a grant");
                require(revokeNonce == story.revocations, "the revoke nonce counts revocations alone");
            }
        }
    }

    function _carryOut(ConsentOrders.Order memory order) private {
        bool must = _mayHappen(order);
        bool accepted = _send(order.subject, address(registry), ConsentOrders.encode(order));
        if (order.act == ConsentOrders.Act.Revoke) _check(accepted, "a direct revoke always succeeds");
        if (order.act == ConsentOrders.Act.RevokeAll)
            _check(accepted || !must, "revokeAll succeeds once a chart is open");
        if (accepted) _settle(order);
        _check(accepted || !must, "what a subject may do succeeds");
        _check(!accepted || must, "what a subject may not do is refused");
    }

    function _bring(Paper storage paper) private {
        ConsentOrders.Order memory order = paper.order;
        paper.brought = true;
        bool counts = _counts(paper);
        bool must = counts && _mayHappen(order);
        bool accepted = _send(_anybody(), address(registry), paper.data);
        _check(!accepted || block.timestamp <= paper.deadline, "no signature counts after its deadline");
        if (order.act == ConsentOrders.Act.Grant)
            _check(!accepted || counts, "no grant signature counts after a change or an end");
        if (order.act == ConsentOrders.Act.Revoke) {
            _check(accepted || !must, "revokeBySig succeeds until a revocation uses its nonce or the deadline passes");
        }
        if (accepted) _settle(order);
        _check(accepted || !must, "a signature over the present is carried out");
        _check(!accepted || must, "a signature over the past, or to what may not be, is refused");
    }

    function _settle(ConsentOrders.Order memory order) private {
        _happened(order);
        (, uint32 epoch, ) = registry.charts(order.subject);
        _check(epoch == stories[order.subject].rotations, "a keyset takes effect only in the epoch it was made for");
    }

    function _compareChartsWithBefore() private {
        for (uint256 i = 0; i < subjects.length; ++i) {
            Seen memory before = _seen[subjects[i]];
            Seen memory seen;
            (seen.generation, seen.epoch, seen.keyset) = registry.charts(subjects[i]);
            _seen[subjects[i]] = seen;
            if (before.generation == 0) continue;
            _check(seen.generation >= before.generation && seen.epoch >= before.epoch, "no epoch or generation falls");
            bool together = (seen.keyset != before.keyset) == (seen.epoch != before.epoch);
            _check(together, "the keyset of an open chart changes exactly when the epoch does");
        }
    }

    function _drawFor(ConsentOrders.Act act) private returns (ConsentOrders.Order memory) {
        address subject = _pick(subjects);
        bool isOpen = stories[subject].chapters != 0;
        if (isOpen == (act == ConsentOrders.Act.Open) && !_oneIn(8))
            subject = subjects[act == ConsentOrders.Act.Open ? 2 : _draw(2)];
        return _drawOrder(act, subject, _pick(grantees));
    }

    /// @dev Half of all signatures are to grants.
    function _drawAct() private returns (ConsentOrders.Act) {
        return _oneIn(2) ? ConsentOrders.Act.Grant : ConsentOrders.Act(_draw(5));
    }

    function _requireActiveExactlyWhenGranted(address subject, address grantee) private view {
        (uint8 permissions, uint32 epoch) = registry.accessOf(subject, grantee);
        bool agrees = true;
        for (uint8 permission = 0; permission < 4; ++permission) {
            bool allowed = _allows(subject, grantee, permission);
            bool active = registry.isActive(subject, grantee, permission);
            require(active == allowed, "isActive: granted, not ended, in the window, every permission asked for");
            agrees = agrees && allowed == (permission != 0 && permissions & permission == permission);
        }
        require(agrees && permissions < 4, "accessOf says the same as isActive");
        require(epoch == stories[subject].rotations, "accessOf tells the present epoch");
    }
}
