// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRecordRegistry} from "../../../../contracts/interfaces/IRecordRegistry.sol";
import {RecordDeeds} from "./RecordDeeds.sol";
import {RecordWorld} from "./RecordWorld.sol";

/// @title Authors with and without the right to be, staff, subjects, an attacker, and whoever carries signatures
abstract contract RecordActions is RecordWorld {
    struct Paper {
        RecordDeeds.Deed deed;
        uint256 deadline;
        bytes data;
    }

    struct Seen {
        address author;
        uint40 publishedAt;
        IRecordRegistry.Status status;
    }

    uint256 private constant CAPSULES = 12;

    Paper[] private _papers;

    mapping(address subject => mapping(bytes32 capsule => Seen)) private _seen;

    function publish(uint256 seed) external {
        _roll(seed);
        _carryOut(_drawDeed(RecordDeeds.Act.Publish));
    }

    function publishAsStaff(uint256 seed) external {
        _roll(seed);
        _carryOut(_drawDeed(RecordDeeds.Act.PublishAsStaff));
    }

    function supersede(uint256 seed) external {
        _roll(seed);
        _carryOut(_drawDeed(RecordDeeds.Act.Supersede));
    }

    function markOrDispute(uint256 seed) external {
        _roll(seed);
        _carryOut(_drawDeed(_oneIn(2) ? RecordDeeds.Act.Dispute : RecordDeeds.Act.MarkEnteredInError));
    }

    function sign(uint256 seed) external {
        _roll(seed);
        _keep(_drawAnyDeed());
    }

    function signAndBring(uint256 seed) external {
        _roll(seed);
        _bring(_keep(_drawAnyDeed()));
    }

    function bring(uint256 seed) external {
        _roll(seed);
        if (_papers.length == 0) _keep(_drawAnyDeed());
        _bring(_papers[_oneIn(2) ? _papers.length - 1 : _draw(_papers.length)]);
    }

    /// @notice Somebody brings a deed in the name of an author who did not sign it, or not like this.
    function forge(uint256 seed) external {
        _roll(seed);
        RecordDeeds.Deed memory deed = _drawAnyDeed();
        uint256 deadline = _drawDeadline();
        bytes32 structHash = RecordDeeds.structHash(deed, deadline);
        bytes memory signature = _forge(RecordDeeds.handOf(deed), address(registry), structHash);
        if (_oneIn(2)) {
            signature = _sign(RecordDeeds.handOf(deed), address(registry), structHash);
            uint256 part = _draw(6);
            if (part == 0) ++deadline;
            else if (part == 1) deed.subject = deed.subject == subjects[0] ? subjects[1] : subjects[0];
            else if (part == 2) deed.author = deed.author == holders[0] ? holders[2] : holders[0];
            else if (part == 3) ++deed.epoch;
            else if (part == 4) deed.staff = deed.staff == staff[0] ? staff[1] : staff[0];
            else if (deed.capsules.length != 0) deed.capsules[0] ^= bytes32(uint256(1));
            if (RecordDeeds.structHash(deed, deadline) == structHash) ++deadline;
        }
        bytes memory data = RecordDeeds.encodeBySig(deed, deadline, signature);
        bool accepted = _send(_anybody(), address(registry), data);
        _check(!accepted, "only an author's own signature authors, only a subject's own signature disputes");
    }

    function requireRecordsAsTheirAuthorsLeftThem() external view {
        for (uint256 i = 0; i < subjects.length; ++i) {
            for (uint256 j = 0; j < CAPSULES; ++j) {
                Entry storage entry = entries[subjects[i]][_capsule(j)];
                Seen memory seen = _record(subjects[i], _capsule(j));
                require(seen.author == entry.author, "a record is its first author's");
                require(seen.publishedAt == entry.publishedAt, "a record is from the moment it was published");
                require(seen.status == entry.status, "a record stands where its author or subject put it");
            }
        }
    }

    function _bring(Paper storage paper) private {
        RecordDeeds.Deed memory deed = paper.deed;
        bool inTime = block.timestamp <= paper.deadline;
        bool must = inTime && _mayBeDone(deed);
        bool accepted = _send(_anybody(), address(registry), paper.data);
        _check(!accepted || inTime, "no signature counts after its deadline");
        _settle(deed, accepted, must);
    }

    function _carryOut(RecordDeeds.Deed memory deed) private {
        bool must = _mayBeDone(deed);
        _settle(deed, _send(RecordDeeds.handOf(deed), address(registry), RecordDeeds.encode(deed)), must);
    }

    function _settle(RecordDeeds.Deed memory deed, bool accepted, bool must) private {
        bool adds = deed.capsules.length != 0;
        bool asStaff = deed.act == RecordDeeds.Act.PublishAsStaff;
        bool mayAdd = !adds || _mayAdd(deed);
        _check(
            !accepted || asStaff || mayAdd,
            "only a licensed physician or hospital with consent authors for another"
        );
        _check(!accepted || !asStaff || mayAdd, "only staff adds for a hospital, and only what it may add itself");
        bool isNow = !adds || deed.author == deed.subject || deed.epoch == stories[deed.subject].rotations;
        _check(!accepted || isNow, "a grantee publishes nothing under an old epoch");
        _check(accepted || !must, "what an author or subject may do is done");
        _check(!accepted || must, "what an author or subject may not do is refused");
        if (accepted) _done(deed);
        for (uint256 i = 0; i < CAPSULES; ++i) _compareWithBefore(deed.subject, _capsule(i));
    }

    function _compareWithBefore(address subject, bytes32 capsule) private {
        Seen memory before = _seen[subject][capsule];
        Seen memory seen = _record(subject, capsule);
        _seen[subject][capsule] = seen;
        if (before.author == address(0)) return;
        bool same = seen.author == before.author && seen.publishedAt == before.publishedAt;
        _check(same, "the author and the time of a record never change");
        bool back = seen.status == IRecordRegistry.Status.Current && before.status != seen.status;
        _check(!back && seen.status != IRecordRegistry.Status.None, "no record becomes current again");
    }

    function _keep(RecordDeeds.Deed memory deed) private returns (Paper storage paper) {
        uint256 deadline = _drawDeadline();
        address signer = RecordDeeds.handOf(deed);
        bytes memory signature = _sign(signer, address(registry), RecordDeeds.structHash(deed, deadline));
        paper = _papers.push();
        paper.deed = deed;
        paper.deadline = deadline;
        paper.data = RecordDeeds.encodeBySig(deed, deadline, signature);
    }

    /// @dev Half of all signatures are to publish.
    function _drawAnyDeed() private returns (RecordDeeds.Deed memory) {
        return _drawDeed(_oneIn(2) ? RecordDeeds.Act.Publish : RecordDeeds.Act(_draw(5)));
    }

    /// @dev Mostly one that may be done; what needs a record mostly begins with publishing one.
    function _drawDeed(RecordDeeds.Act act) private returns (RecordDeeds.Deed memory deed) {
        deed.subject = _pick(subjects);
        deed.old = _drawCapsule(deed.subject, true);
        address author = entries[deed.subject][deed.old].author;
        bool asStaff = act == RecordDeeds.Act.PublishAsStaff;
        bool publishes = asStaff || act == RecordDeeds.Act.Publish || (author == address(0) && !_oneIn(8));
        deed.act = publishes && !asStaff ? RecordDeeds.Act.Publish : act;
        deed.author = publishes || author == address(0) || _oneIn(6) ? _drawAuthor(deed.subject) : author;
        if (deed.act == RecordDeeds.Act.Dispute) deed.author = deed.subject;
        if (asStaff) (deed.author, deed.staff) = (_drawHospital(), _oneIn(2) ? staff[0] : _pick(staff));

        deed.epoch = uint32(stories[deed.subject].rotations);
        if (_oneIn(6)) deed.epoch = deed.epoch == 0 || _oneIn(3) ? deed.epoch + 1 : deed.epoch - 1;
        if (publishes) deed.capsules = new bytes32[](_oneIn(12) ? 0 : 1 + _draw(3));
        if (deed.act == RecordDeeds.Act.Supersede) deed.capsules = new bytes32[](1);
        for (uint256 i = 0; i < deed.capsules.length; ++i) {
            deed.capsules[i] = _oneIn(40) ? bytes32(0) : _drawCapsule(deed.subject, _oneIn(5));
        }
    }

    /// @dev Mostly one who may be.
    function _drawAuthor(address subject) private returns (address author) {
        for (uint256 i = 0; i < 4; ++i) {
            author = _oneIn(8) ? subject : _drawGrantee();
            if (_mayAuthor(author, subject) || _oneIn(10)) return author;
        }
    }

    /// @dev Mostly one that is in force, or mostly one that does not stand in the chart.
    function _drawCapsule(address subject, bool inForce) private returns (bytes32 capsule) {
        uint256 start = _draw(CAPSULES);
        for (uint256 i = 0; i < CAPSULES; ++i) {
            capsule = _capsule((start + i) % CAPSULES);
            IRecordRegistry.Status status = entries[subject][capsule].status;
            bool fits = inForce ? _isInForce(status) : status == IRecordRegistry.Status.None;
            if (fits || _oneIn(20)) return capsule;
        }
    }

    function _record(address subject, bytes32 capsule) private view returns (Seen memory seen) {
        (seen.author, seen.publishedAt, seen.status) = registry.records(subject, capsule);
    }

    function _capsule(uint256 number) private pure returns (bytes32) {
        return keccak256(abi.encode("capsule", number));
    }
}
