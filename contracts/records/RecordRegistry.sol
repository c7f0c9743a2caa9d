// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IConsentRegistry} from "../interfaces/IConsentRegistry.sol";
import {ILicenceRegistry} from "../interfaces/ILicenceRegistry.sol";
import {IRecordRegistry} from "../interfaces/IRecordRegistry.sol";
import {IStaffRegistry} from "../interfaces/IStaffRegistry.sol";
import {Signature} from "../signing/Signature.sol";

/// @title The records of all charts
/// @notice Keeps what {IRecordRegistry} promises: hashes of capsules, never anything that is in them.
contract RecordRegistry is IRecordRegistry, EIP712 {
    /// @notice Asked whether an author is licensed.
    ILicenceRegistry public immutable licences;

    /// @notice Asked whether a subject allows an author to contribute.
    IConsentRegistry public immutable consents;

    /// @notice Asked whether a key works for a hospital.
    IStaffRegistry public immutable appointments;

    uint8 private constant CONTRIBUTE = 2;

    uint8 private constant HOSPITAL = uint8(ILicenceRegistry.Kind.Hospital);

    /// @dev Bit k stands for licence kind k.
    uint8 private constant PHYSICIAN_OR_HOSPITAL = uint8(
        (1 << uint8(ILicenceRegistry.Kind.Physician)) | (1 << HOSPITAL)
    );

    /// @dev 512 new records take 12.8 million gas, below the 16.7 million that one transaction may use (EIP-7825).
    uint256 private constant MOST_CAPSULES = 512;

    bytes32 private constant PUBLISH_TYPEHASH = keccak256(
        "Publish(address author,address subject,uint32 epoch,bytes32[] capsules,uint256 deadline)"
    );
    bytes32 private constant PUBLISH_AS_STAFF_TYPEHASH = keccak256(
        "PublishAsStaff(address staff,address hospital,address subject,uint32 epoch,bytes32[] capsules,"
        "uint256 deadline)"
    );
    bytes32 private constant SUPERSEDE_TYPEHASH = keccak256(
        "Supersede(address author,address subject,uint32 epoch,bytes32 oldCapsule,bytes32 newCapsule,"
        "uint256 deadline)"
    );
    bytes32 private constant MARK_ENTERED_IN_ERROR_TYPEHASH = keccak256(
        "MarkEnteredInError(address author,address subject,bytes32 capsule,uint256 deadline)"
    );
    bytes32 private constant DISPUTE_TYPEHASH = keccak256("Dispute(address subject,bytes32 capsule,uint256 deadline)");

    /// @inheritdoc IRecordRegistry
    mapping(address subject => mapping(bytes32 capsule => Record)) public records;

    constructor(
        ILicenceRegistry licences_,
        IConsentRegistry consents_,
        IStaffRegistry appointments_
    ) EIP712("Ownchart", "1") {
        if (address(licences_).code.length == 0) revert RecordDependencyInvalid(address(licences_));
        if (address(consents_).code.length == 0) revert RecordDependencyInvalid(address(consents_));
        if (address(appointments_).code.length == 0) revert RecordDependencyInvalid(address(appointments_));
        licences = licences_;
        consents = consents_;
        appointments = appointments_;
    }

    /// @inheritdoc IRecordRegistry
    function publish(address subject, uint32 epoch, bytes32[] calldata capsules) external {
        _publish(msg.sender, subject, epoch, capsules);
    }

    /// @inheritdoc IRecordRegistry
    function publishBySig(Publish calldata message, uint256 deadline, bytes calldata signature) external {
        (address author, address subject, uint32 epoch) = (message.author, message.subject, message.epoch);
        bytes32 capsules = keccak256(abi.encodePacked(message.capsules));
        bytes32 structHash = keccak256(abi.encode(PUBLISH_TYPEHASH, author, subject, epoch, capsules, deadline));
        _requireSignature(author, structHash, deadline, signature);
        _publish(author, subject, epoch, message.capsules);
    }

    /// @inheritdoc IRecordRegistry
    function publishAsStaff(address hospital, address subject, uint32 epoch, bytes32[] calldata capsules) external {
        _publishAsStaff(msg.sender, hospital, subject, epoch, capsules);
    }

    /// @inheritdoc IRecordRegistry
    function publishAsStaffBySig(PublishAsStaff calldata message, uint256 deadline, bytes calldata signature) external {
        (address staff, address hospital, address subject) = (message.staff, message.hospital, message.subject);
        bytes memory head = abi.encode(PUBLISH_AS_STAFF_TYPEHASH, staff, hospital, subject, message.epoch);
        bytes32 capsules = keccak256(abi.encodePacked(message.capsules));
        _requireSignature(staff, keccak256(abi.encodePacked(head, capsules, deadline)), deadline, signature);
        _publishAsStaff(staff, hospital, subject, message.epoch, message.capsules);
    }

    /// @inheritdoc IRecordRegistry
    function supersede(address subject, uint32 epoch, bytes32 oldCapsule, bytes32 newCapsule) external {
        _supersede(msg.sender, subject, epoch, oldCapsule, newCapsule);
    }

    /// @inheritdoc IRecordRegistry
    function supersedeBySig(Supersede calldata message, uint256 deadline, bytes calldata signature) external {
        bytes32 structHash = keccak256(abi.encode(SUPERSEDE_TYPEHASH, message, deadline));
        _requireSignature(message.author, structHash, deadline, signature);
        _supersede(message.author, message.subject, message.epoch, message.oldCapsule, message.newCapsule);
    }

    /// @inheritdoc IRecordRegistry
    function markEnteredInError(address subject, bytes32 capsule) external {
        _markEnteredInError(msg.sender, subject, capsule);
    }

    /// @inheritdoc IRecordRegistry
    function markEnteredInErrorBySig(
        MarkEnteredInError calldata message,
        uint256 deadline,
        bytes calldata signature
    ) external {
        bytes32 structHash = keccak256(abi.encode(MARK_ENTERED_IN_ERROR_TYPEHASH, message, deadline));
        _requireSignature(message.author, structHash, deadline, signature);
        _markEnteredInError(message.author, message.subject, message.capsule);
    }

    /// @inheritdoc IRecordRegistry
    function dispute(bytes32 capsule) external {
        _dispute(msg.sender, capsule);
    }

    /// @inheritdoc IRecordRegistry
    function disputeBySig(Dispute calldata message, uint256 deadline, bytes calldata signature) external {
        bytes32 structHash = keccak256(abi.encode(DISPUTE_TYPEHASH, message, deadline));
        _requireSignature(message.subject, structHash, deadline, signature);
        _dispute(message.subject, message.capsule);
    }

    function _publish(address author, address subject, uint32 epoch, bytes32[] calldata capsules) private {
        _requireMayPublish(author, subject, epoch);
        _addNew(author, subject, capsules);
    }

    function _publishAsStaff(
        address staff,
        address hospital,
        address subject,
        uint32 epoch,
        bytes32[] calldata capsules
    ) private {
        if (!appointments.isStaff(hospital, staff)) revert RecordStaffNotAppointed(hospital, staff);
        if (!licences.isLicensed(hospital, HOSPITAL)) revert RecordAuthorUnlicensed(hospital);
        if (hospital != subject) _requireConsent(hospital, subject, epoch);
        uint256 added = _addNew(hospital, subject, capsules);
        if (added != 0) emit RecordsPublishedByStaff(subject, hospital, staff, added);
    }

    function _addNew(address author, address subject, bytes32[] calldata capsules) private returns (uint256 added) {
        uint256 count = capsules.length;
        if (count == 0) revert RecordCapsulesEmpty();
        if (count > MOST_CAPSULES) revert RecordCapsulesTooMany(MOST_CAPSULES, count);
        added = count;

        mapping(bytes32 capsule => Record) storage chart = records[subject];
        for (uint256 i = 0; i < count; ++i) {
            bytes32 capsule = capsules[i];
            Record storage record = chart[capsule];
            address known = record.author;
            if (known == author) {
                --added;
                continue;
            }
            if (known != address(0)) revert RecordAuthoredByAnother(capsule, known);
            _add(record, author, subject, capsule);
        }
    }

    function _supersede(address author, address subject, uint32 epoch, bytes32 oldCapsule, bytes32 newCapsule) private {
        _requireMayPublish(author, subject, epoch);
        Record storage old = _ownRecord(author, subject, oldCapsule);
        Status status = old.status;
        bool inForce = status == Status.Current || status == Status.Disputed;
        if (!inForce) revert RecordStatusForbids(oldCapsule, status);
        Record storage record = records[subject][newCapsule];
        if (record.author != address(0)) revert RecordKnown(subject, newCapsule);

        _add(record, author, subject, newCapsule);
        old.status = Status.Superseded;
        emit RecordSuperseded(subject, author, oldCapsule, newCapsule);
    }

    function _markEnteredInError(address author, address subject, bytes32 capsule) private {
        Record storage record = _ownRecord(author, subject, capsule);
        Status status = record.status;
        if (status == Status.EnteredInError) revert RecordStatusForbids(capsule, status);
        record.status = Status.EnteredInError;
        emit RecordMarkedEnteredInError(subject, author, capsule);
    }

    function _dispute(address subject, bytes32 capsule) private {
        Record storage record = records[subject][capsule];
        (address author, Status status) = (record.author, record.status);
        if (author == address(0)) revert RecordUnknown(subject, capsule);
        if (status != Status.Current) revert RecordStatusForbids(capsule, status);
        record.status = Status.Disputed;
        emit RecordDisputed(subject, author, capsule);
    }

    function _add(Record storage record, address author, address subject, bytes32 capsule) private {
        if (capsule == 0) revert RecordCapsuleZero();
        record.author = author;
        record.publishedAt = uint40(block.timestamp);
        record.status = Status.Current;
        emit RecordPublished(subject, author, capsule);
    }

    function _requireMayPublish(address author, address subject, uint32 epoch) private view {
        if (author == subject) return;
        if (!licences.isLicensedAsAny(author, PHYSICIAN_OR_HOSPITAL)) revert RecordAuthorUnlicensed(author);
        _requireConsent(author, subject, epoch);
    }

    function _requireConsent(address author, address subject, uint32 epoch) private view {
        if (subject == address(0)) revert RecordSubjectZero();
        (uint8 permissions, uint32 currentEpoch) = consents.accessOf(subject, author);
        if (permissions & CONTRIBUTE == 0) revert RecordConsentMissing(subject, author);
        if (epoch != currentEpoch) revert RecordEpochStale(currentEpoch, epoch);
    }

    function _ownRecord(address author, address subject, bytes32 capsule) private view returns (Record storage record) {
        record = records[subject][capsule];
        if (record.author == address(0)) revert RecordUnknown(subject, capsule);
        if (record.author != author) revert RecordAuthoredByAnother(capsule, record.author);
    }

    function _requireSignature(
        address signer,
        bytes32 structHash,
        uint256 deadline,
        bytes calldata signature
    ) private view {
        if (block.timestamp > deadline) revert RecordSignatureExpired(deadline);
        bool signed = Signature.isValid(signer, _hashTypedDataV4(structHash), signature);
        if (!signed) revert RecordSignatureInvalid(signer);
    }
}
