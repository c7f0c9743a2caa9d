// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRecordRegistry} from "../../../../contracts/interfaces/IRecordRegistry.sol";
import {ConsentModel} from "./ConsentModel.sol";
import {LicenceModel} from "./LicenceModel.sol";
import {RecordDeeds} from "./RecordDeeds.sol";
import {StaffModel} from "./StaffModel.sol";

/// @title What charts must hold, from what licences, consents and appointments must be
abstract contract RecordModel is ConsentModel, LicenceModel, StaffModel {
    struct Entry {
        address author;
        uint256 publishedAt;
        IRecordRegistry.Status status;
    }

    uint8 private constant PHYSICIAN = 0;
    uint8 internal constant HOSPITAL = 2;

    mapping(address subject => mapping(bytes32 capsule => Entry)) internal entries;

    /// @dev Apart from the epoch.
    function _mayAuthor(address author, address subject) internal view returns (bool) {
        bool licensed = _licensed(author, PHYSICIAN) || _licensed(author, HOSPITAL);
        return author == subject || (licensed && _allows(subject, author, CONTRIBUTE));
    }

    /// @dev Apart from the epoch.
    function _mayAddAsStaff(address staff, address hospital, address subject) internal view returns (bool) {
        bool consented = hospital == subject || _allows(subject, hospital, CONTRIBUTE);
        return _worksFor(hospital, staff) && _licensed(hospital, HOSPITAL) && consented;
    }

    /// @dev Apart from the epoch.
    function _mayAdd(RecordDeeds.Deed memory deed) internal view returns (bool) {
        if (deed.act != RecordDeeds.Act.PublishAsStaff) return _mayAuthor(deed.author, deed.subject);
        return _mayAddAsStaff(deed.staff, deed.author, deed.subject);
    }

    function _mayBeDone(RecordDeeds.Deed memory deed) internal view returns (bool) {
        Entry storage old = entries[deed.subject][deed.old];
        if (deed.act == RecordDeeds.Act.Dispute) return old.status == IRecordRegistry.Status.Current;
        bool isOwn = old.author == deed.author;
        if (deed.act == RecordDeeds.Act.MarkEnteredInError) {
            return isOwn && old.status != IRecordRegistry.Status.EnteredInError;
        }

        bool isNow = deed.author == deed.subject || deed.epoch == stories[deed.subject].rotations;
        if (!isNow || !_mayAdd(deed) || !_fit(deed)) return false;
        if (deed.act != RecordDeeds.Act.Supersede) return true;
        bool isNew = entries[deed.subject][deed.capsules[0]].author == address(0);
        return isOwn && isNew && _isInForce(old.status);
    }

    function _done(RecordDeeds.Deed memory deed) internal {
        mapping(bytes32 capsule => Entry) storage chart = entries[deed.subject];
        for (uint256 i = 0; i < deed.capsules.length; ++i) {
            if (chart[deed.capsules[i]].author != address(0)) continue;
            chart[deed.capsules[i]] = Entry(deed.author, block.timestamp, IRecordRegistry.Status.Current);
        }
        if (deed.act == RecordDeeds.Act.Publish || deed.act == RecordDeeds.Act.PublishAsStaff) return;
        IRecordRegistry.Status status = IRecordRegistry.Status.Superseded;
        if (deed.act == RecordDeeds.Act.Dispute) status = IRecordRegistry.Status.Disputed;
        if (deed.act == RecordDeeds.Act.MarkEnteredInError) status = IRecordRegistry.Status.EnteredInError;
        chart[deed.old].status = status;
    }

    function _isInForce(IRecordRegistry.Status status) internal pure returns (bool) {
        return status == IRecordRegistry.Status.Current || status == IRecordRegistry.Status.Disputed;
    }

    /// @dev At least one capsule, each of them not zero and either new or the author's own.
    function _fit(RecordDeeds.Deed memory deed) private view returns (bool) {
        for (uint256 i = 0; i < deed.capsules.length; ++i) {
            address known = entries[deed.subject][deed.capsules[i]].author;
            if (deed.capsules[i] == 0 || (known != address(0) && known != deed.author)) return false;
        }
        return deed.capsules.length != 0;
    }
}
