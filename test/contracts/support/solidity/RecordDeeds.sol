// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRecordRegistry} from "../../../../contracts/interfaces/IRecordRegistry.sol";

/// @title What authors and subjects may do with records
library RecordDeeds {
    enum Act {
        Publish,
        Supersede,
        MarkEnteredInError,
        Dispute,
        PublishAsStaff
    }

    /// @dev The same, whether it goes out as a transaction or as a signature. A dispute is its subject's deed. Staff acts for
    /// the author in one of them, and is nobody in the others.
    struct Deed {
        Act act;
        address author;
        address staff;
        address subject;
        uint32 epoch;
        bytes32 old;
        bytes32[] capsules;
    }

    /// @dev Who sends or signs it.
    function handOf(Deed memory deed) internal pure returns (address) {
        return deed.act == Act.PublishAsStaff ? deed.staff : deed.author;
    }

    /// @dev The transaction that the author, or its staff, sends.
    function encode(Deed memory deed) internal pure returns (bytes memory) {
        (address subject, bytes32 old) = (deed.subject, deed.old);
        if (deed.act == Act.PublishAsStaff) {
            return abi.encodeCall(IRecordRegistry.publishAsStaff, (deed.author, subject, deed.epoch, deed.capsules));
        }
        if (deed.act == Act.Dispute) return abi.encodeCall(IRecordRegistry.dispute, (old));
        if (deed.act == Act.MarkEnteredInError) {
            return abi.encodeCall(IRecordRegistry.markEnteredInError, (subject, old));
        }
        if (deed.act == Act.Supersede) {
            return abi.encodeCall(IRecordRegistry.supersede, (subject, deed.epoch, old, deed.capsules[0]));
        }
        return abi.encodeCall(IRecordRegistry.publish, (subject, deed.epoch, deed.capsules));
    }

    /// @dev The transaction that anybody sends for the author.
    function encodeBySig(
        Deed memory deed,
        uint256 deadline,
        bytes memory signature
    ) internal pure returns (bytes memory) {
        if (deed.act == Act.Dispute) {
            IRecordRegistry.Dispute memory dispute = IRecordRegistry.Dispute(deed.subject, deed.old);
            return abi.encodeCall(IRecordRegistry.disputeBySig, (dispute, deadline, signature));
        }
        if (deed.act == Act.MarkEnteredInError) {
            IRecordRegistry.MarkEnteredInError memory mark;
            (mark.author, mark.subject, mark.capsule) = (deed.author, deed.subject, deed.old);
            return abi.encodeCall(IRecordRegistry.markEnteredInErrorBySig, (mark, deadline, signature));
        }
        if (deed.act == Act.Supersede) {
            IRecordRegistry.Supersede memory supersede;
            (supersede.author, supersede.subject, supersede.epoch) = (deed.author, deed.subject, deed.epoch);
            (supersede.oldCapsule, supersede.newCapsule) = (deed.old, deed.capsules[0]);
            return abi.encodeCall(IRecordRegistry.supersedeBySig, (supersede, deadline, signature));
        }
        if (deed.act == Act.PublishAsStaff) {
            IRecordRegistry.PublishAsStaff memory asStaff;
            (asStaff.staff, asStaff.hospital, asStaff.subject) = (deed.staff, deed.author, deed.subject);
            (asStaff.epoch, asStaff.capsules) = (deed.epoch, deed.capsules);
            return abi.encodeCall(IRecordRegistry.publishAsStaffBySig, (asStaff, deadline, signature));
        }
        IRecordRegistry.Publish memory publish;
        (publish.author, publish.subject, publish.epoch) = (deed.author, deed.subject, deed.epoch);
        publish.capsules = deed.capsules;
        return abi.encodeCall(IRecordRegistry.publishBySig, (publish, deadline, signature));
    }

    /// @dev The EIP-712 hash of the message that the author, or its staff, signs.
    function structHash(Deed memory deed, uint256 deadline) internal pure returns (bytes32) {
        (address author, address subject, uint32 epoch) = (deed.author, deed.subject, deed.epoch);
        if (deed.act == Act.Dispute) {
            bytes32 typeHash = keccak256("Dispute(address subject,bytes32 capsule,uint256 deadline)");
            return keccak256(abi.encode(typeHash, subject, deed.old, deadline));
        }
        if (deed.act == Act.MarkEnteredInError) {
            bytes32 typeHash = keccak256(
                "MarkEnteredInError(address author,address subject,bytes32 capsule,uint256 deadline)"
            );
            return keccak256(abi.encode(typeHash, author, subject, deed.old, deadline));
        }
        if (deed.act == Act.Supersede) {
            bytes32 typeHash = keccak256(
                "Supersede(address author,address subject,uint32 epoch,bytes32 oldCapsule,bytes32 newCapsule,"
                "uint256 deadline)"
            );
            return keccak256(abi.encode(typeHash, author, subject, epoch, deed.old, deed.capsules[0], deadline));
        }
        bytes32 capsules = keccak256(abi.encodePacked(deed.capsules));
        if (deed.act == Act.PublishAsStaff) {
            bytes32 typeHash = keccak256(
                "PublishAsStaff(address staff,address hospital,address subject,uint32 epoch,bytes32[] capsules,"
                "uint256 deadline)"
            );
            return keccak256(abi.encode(typeHash, deed.staff, author, subject, epoch, capsules, deadline));
        }
        bytes32 publishTypeHash = keccak256(
            "Publish(address author,address subject,uint32 epoch,bytes32[] capsules,uint256 deadline)"
        );
        return keccak256(abi.encode(publishTypeHash, author, subject, epoch, capsules, deadline));
    }
}
