// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Which record was published in whose chart, by whom, and when
/// @notice A record is known here by the hash of its capsule, the small sealed header without which nobody can open it.
/// Authors are the subjects themselves, or licensed physicians and hospitals whom the subject allows to contribute. A
/// hospital's staff may add records under its name and licence, and do nothing else with them.
/// What was published stays published: an author can put a newer record in its place or call it entered in error, and a
/// subject can dispute it; none of that removes the trace, or ever makes the record current again.
interface IRecordRegistry {
    /// @notice Where a record stands. A disputed one is in force until its author replaces or withdraws it.
    enum Status {
        None,
        Current,
        Superseded,
        EnteredInError,
        Disputed
    }

    /// @notice One record, one storage slot: author 160 | publishedAt 40 | status 8
    struct Record {
        address author;
        uint40 publishedAt;
        Status status;
    }

    /// @notice What an author signs to publish.
    struct Publish {
        address author;
        address subject;
        uint32 epoch;
        bytes32[] capsules;
    }

    /// @notice What a key of a hospital's staff signs to publish under the hospital's name.
    struct PublishAsStaff {
        address staff;
        address hospital;
        address subject;
        uint32 epoch;
        bytes32[] capsules;
    }

    /// @notice What an author signs to put a new record in the place of an old one.
    struct Supersede {
        address author;
        address subject;
        uint32 epoch;
        bytes32 oldCapsule;
        bytes32 newCapsule;
    }

    /// @notice What an author signs to say that a record was entered in error.
    struct MarkEnteredInError {
        address author;
        address subject;
        bytes32 capsule;
    }

    /// @notice What a subject signs to dispute a record.
    struct Dispute {
        address subject;
        bytes32 capsule;
    }

    /// @notice A record was added to the subject's chart.
    event RecordPublished(address indexed subject, address indexed author, bytes32 indexed capsule);

    /// @notice The `count` records that were announced last before this are the work of this key of the hospital's staff.
    event RecordsPublishedByStaff(
        address indexed subject,
        address indexed hospital,
        address indexed staff,
        uint256 count
    );

    /// @notice The author put another record in the place of this one.
    event RecordSuperseded(
        address indexed subject,
        address indexed author,
        bytes32 indexed capsule,
        bytes32 newCapsule
    );

    /// @notice The author says that this record was entered in error.
    event RecordMarkedEnteredInError(address indexed subject, address indexed author, bytes32 indexed capsule);

    /// @notice The subject says that this record is wrong.
    event RecordDisputed(address indexed subject, address indexed author, bytes32 indexed capsule);

    /// @notice The registry was given something that is not a contract to ask about licences, consent or staff.
    error RecordDependencyInvalid(address dependency);

    /// @notice The zero address has no chart.
    error RecordSubjectZero();

    /// @notice There is nothing to publish.
    error RecordCapsulesEmpty();

    /// @notice So many records do not fit into one transaction.
    error RecordCapsulesTooMany(uint256 most, uint256 given);

    /// @notice A capsule hash of zero is none.
    error RecordCapsuleZero();

    /// @notice Only physicians and hospitals with a licence that counts now may publish in somebody else's chart.
    error RecordAuthorUnlicensed(address author);

    /// @notice This key does not work for the hospital now: it was not appointed, was withdrawn, or its time has ended.
    error RecordStaffNotAppointed(address hospital, address staff);

    /// @notice The subject does not allow this author to contribute now.
    error RecordConsentMissing(address subject, address author);

    /// @notice The record was sealed under the keys of another epoch than the present one.
    error RecordEpochStale(uint32 current, uint32 given);

    /// @notice The capsule stands in this chart already.
    error RecordKnown(address subject, bytes32 capsule);

    /// @notice The capsule does not stand in this chart.
    error RecordUnknown(address subject, bytes32 capsule);

    /// @notice Somebody else is the author of this record.
    error RecordAuthoredByAnother(bytes32 capsule, address author);

    /// @notice What was asked for is not possible while the record stands where it stands.
    error RecordStatusForbids(bytes32 capsule, Status status);

    /// @notice The deadline of the signed message has passed.
    error RecordSignatureExpired(uint256 deadline);

    /// @notice This message was not signed by the one who had to.
    error RecordSignatureInvalid(address signer);

    /// @notice Publishes the caller's records in a chart. Records that the caller has published before are skipped, so a
    /// repeated call does no harm; but it is checked like the first one, and refused where that would be refused now.
    /// @param subject whose chart; one's own needs neither a chart on chain, nor a licence, nor a consent
    /// @param epoch under whose keys they are sealed; in somebody else's chart it must be the present one
    /// @param capsules SHA-256 of each capsule, at most 512
    function publish(address subject, uint32 epoch, bytes32[] calldata capsules) external;

    /// @notice {publish} for an author who signed it.
    /// @param deadline here and below: the last second in which the signature counts
    function publishBySig(Publish calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Publishes records of a hospital that appointed the caller. The hospital is their author: it needs a licence as
    /// a hospital that counts now, in its own chart too, and in another's all that it needs to publish there itself.
    function publishAsStaff(address hospital, address subject, uint32 epoch, bytes32[] calldata capsules) external;

    /// @notice {publishAsStaff} for a key that signed it.
    function publishAsStaffBySig(PublishAsStaff calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Publishes a new record in the place of a current or disputed one of the same author.
    function supersede(address subject, uint32 epoch, bytes32 oldCapsule, bytes32 newCapsule) external;

    /// @notice {supersede} for an author who signed it.
    function supersedeBySig(Supersede calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice Says that one's own record was entered in error. Needs neither licence nor consent.
    function markEnteredInError(address subject, bytes32 capsule) external;

    /// @notice {markEnteredInError} for an author who signed it.
    function markEnteredInErrorBySig(
        MarkEnteredInError calldata message,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Disputes a current record in the caller's chart.
    function dispute(bytes32 capsule) external;

    /// @notice {dispute} for a subject who signed it.
    function disputeBySig(Dispute calldata message, uint256 deadline, bytes calldata signature) external;

    /// @notice A record of a chart, as {Record}.
    function records(
        address subject,
        bytes32 capsule
    ) external view returns (address author, uint40 publishedAt, Status status);
}
