// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {vm} from "../../test/contracts/support/solidity/Vm.sol";
import {IConsentRegistry} from "../interfaces/IConsentRegistry.sol";
import {ILicenceRegistry} from "../interfaces/ILicenceRegistry.sol";
import {IRecordRegistry} from "../interfaces/IRecordRegistry.sol";
import {IStaffRegistry} from "../interfaces/IStaffRegistry.sol";
import {RecordRegistry} from "./RecordRegistry.sol";

/// @title Licences, consents and appointments as a test wants them
contract Answers {
    uint8 public kinds;
    uint8 public permissions;
    uint32 public epoch;
    bool public appointed;

    function answer(uint8 kinds_, uint8 permissions_, uint32 epoch_) external {
        (kinds, permissions, epoch) = (kinds_, permissions_, epoch_);
    }

    function appoint(bool appointed_) external {
        appointed = appointed_;
    }

    function isStaff(address, address) external view returns (bool) {
        return appointed;
    }

    function isLicensed(address, uint8 kind) external view returns (bool) {
        return kinds & (1 << kind) != 0;
    }

    function isLicensedAsAny(address, uint8 asked) external view returns (bool) {
        return kinds & asked != 0;
    }

    function accessOf(address, address) external view returns (uint8, uint32) {
        return (permissions, epoch);
    }
}

/// @title What one call to the registry of records does
contract RecordRegistryTest {
    uint256 private constant MOST = 512;
    address private constant SUBJECT = address(0x5AB);
    address private constant AUTHOR = address(0xD0C);

    Answers private _answers;
    RecordRegistry private _registry;

    function setUp() external {
        _answers = new Answers();
        _registry = new RecordRegistry(
            ILicenceRegistry(address(_answers)),
            IConsentRegistry(address(_answers)),
            IStaffRegistry(address(_answers))
        );
    }

    /// @notice Every field comes back as it was written, in the subject's own chart and in no other.
    function testFuzz_recordHoldsItsFields(address subject, bytes32 capsule, uint32 epoch, uint40 time) external {
        vm.assume(capsule != 0 && subject != address(0));
        vm.warp(time);
        require(_publish(subject, subject, epoch, _list(capsule)), "subjects publish in their own charts");
        (address author, uint40 publishedAt, IRecordRegistry.Status status) = _registry.records(subject, capsule);
        require(author == subject && publishedAt == time, "a record is its author's, from its moment on");
        require(status == IRecordRegistry.Status.Current, "a new record is current");
        (author, , ) = _registry.records(address(uint160(subject) ^ 1), capsule);
        require(author == address(0), "a record stands in one chart");
    }

    /// @notice In another's chart: a physician or hospital, with consent to contribute, under the present epoch.
    function testFuzz_whoPublishesForAnother(uint8 kinds, uint8 permissions, uint32 present, uint32 epoch) external {
        (kinds, permissions) = (kinds % 16, permissions % 4);
        if (epoch % 4 != 0) epoch = present;
        _answers.answer(kinds, permissions, present);
        bool must = kinds & 5 != 0 && permissions & 2 != 0 && epoch == present;
        require(_publish(AUTHOR, SUBJECT, epoch, _list("capsule")) == must, "who may publish for another does");
        require(!_publish(AUTHOR, address(0), epoch, _list("capsule")), "nobody has no chart");
    }

    /// @notice As staff: appointed, of a hospital, with its consent to contribute, under the present epoch; in the hospital's
    /// own chart without these two.
    function testFuzz_whoPublishesAsStaff(
        uint8 kinds,
        uint8 permissions,
        uint32 present,
        uint32 epoch,
        bool appointed,
        bool own
    ) external {
        (kinds, permissions) = (kinds % 16, permissions % 4);
        if (epoch % 4 != 0) epoch = present;
        _answers.answer(kinds, permissions, present);
        _answers.appoint(appointed);
        bool consented = own || (permissions & 2 != 0 && epoch == present);
        bool must = appointed && kinds & 4 != 0 && consented;
        require(_publishAsStaff(own ? AUTHOR : SUBJECT, epoch) == must, "who may publish as staff does");
        (address author, , ) = _registry.records(own ? AUTHOR : SUBJECT, "capsule");
        require(author == (must ? AUTHOR : address(0)), "what staff publishes is the hospital's");
        require(!_publishAsStaff(address(0), epoch), "nobody has no chart");
    }

    /// @notice Publishing again, or twice in a call, changes nothing; another author's capsule stops the whole call.
    function testFuzz_repeatingDoesNoHarm(bytes32 first, bytes32 second, uint40 time) external {
        vm.assume(first != 0 && second != 0 && first != second && time > 0);
        _answers.answer(1, 2, 0);
        bytes32[] memory capsules = new bytes32[](3);
        (capsules[0], capsules[1], capsules[2]) = (first, first, first);
        require(_publish(SUBJECT, SUBJECT, 0, capsules), "a capsule may be named twice");
        (, uint40 before, ) = _registry.records(SUBJECT, first);
        vm.warp(block.timestamp + time);
        capsules[1] = second;
        require(!_publish(AUTHOR, SUBJECT, 0, capsules), "another's capsule is refused");
        (address author, , ) = _registry.records(SUBJECT, second);
        require(author == address(0), "a refused call leaves nothing");
        require(_publish(SUBJECT, SUBJECT, 0, capsules), "what one published may be named again");
        (, uint40 publishedAt, ) = _registry.records(SUBJECT, first);
        require(publishedAt == before, "the time of a record does not change");
    }

    function testFuzz_asManyAsFit(uint16 count) external {
        uint256[4] memory counts = [uint256(count % 700), 0, MOST, MOST + 1];
        bytes32[] memory capsules = new bytes32[](counts[count % 4]);
        for (uint256 i = 0; i < capsules.length; ++i) capsules[i] = bytes32(1 + (i % 9));
        bool must = capsules.length > 0 && capsules.length <= MOST;
        require(_publish(SUBJECT, SUBJECT, 0, capsules) == must, "one to 512 records fit into a call");
    }

    function testFuzz_zeroIsNoCapsule(bytes32 capsule, uint8 place) external {
        vm.assume(capsule != 0);
        bytes32[] memory capsules = new bytes32[](3);
        (capsules[0], capsules[1], capsules[2]) = (capsule, capsule, capsule);
        capsules[place % 3] = 0;
        require(!_publish(SUBJECT, SUBJECT, 0, capsules), "a capsule of zero is refused");
        require(_publish(SUBJECT, SUBJECT, 0, _list(capsule)), "subjects publish in their own charts");
        vm.expectRevert(abi.encodeWithSelector(IRecordRegistry.RecordCapsuleZero.selector));
        vm.prank(SUBJECT);
        _registry.supersede(SUBJECT, 0, capsule, 0);
    }

    /// @notice A record cannot take its own place, nor that of one that took its place.
    function testFuzz_noRecordComesBackByReplacement(bytes32 first, bytes32 second) external {
        vm.assume(first != 0 && second != 0 && first != second);
        require(_publish(SUBJECT, SUBJECT, 0, _list(first)), "subjects publish in their own charts");
        require(!_supersede(first, first), "a record does not take its own place");
        require(_supersede(first, second), "a new record takes the place of the old");
        require(!_supersede(second, first), "an old record does not come back");
        (, , IRecordRegistry.Status status) = _registry.records(SUBJECT, first);
        require(status == IRecordRegistry.Status.Superseded, "an old record stays superseded");
    }

    function testFuzz_dependenciesMustBeContracts(address nobody) external {
        vm.assume(nobody.code.length == 0 && uint160(nobody) > 0xFFFF);
        bytes memory refusal = abi.encodeWithSelector(IRecordRegistry.RecordDependencyInvalid.selector, nobody);
        address answers = address(_answers);
        vm.expectRevert(refusal);
        new RecordRegistry(ILicenceRegistry(nobody), IConsentRegistry(answers), IStaffRegistry(answers));
        vm.expectRevert(refusal);
        new RecordRegistry(ILicenceRegistry(answers), IConsentRegistry(nobody), IStaffRegistry(answers));
        vm.expectRevert(refusal);
        new RecordRegistry(ILicenceRegistry(answers), IConsentRegistry(answers), IStaffRegistry(nobody));
    }

    function _publish(
        address author,
        address subject,
        uint32 epoch,
        bytes32[] memory capsules
    ) private returns (bool ok) {
        vm.prank(author);
        (ok, ) = address(_registry).call(abi.encodeCall(IRecordRegistry.publish, (subject, epoch, capsules)));
    }

    /// @dev Sent by somebody of the author's staff, or not of it.
    function _publishAsStaff(address subject, uint32 epoch) private returns (bool ok) {
        bytes memory call = abi.encodeCall(IRecordRegistry.publishAsStaff, (AUTHOR, subject, epoch, _list("capsule")));
        (ok, ) = address(_registry).call(call);
    }

    function _supersede(bytes32 oldCapsule, bytes32 newCapsule) private returns (bool ok) {
        vm.prank(SUBJECT);
        bytes memory call = abi.encodeCall(IRecordRegistry.supersede, (SUBJECT, 0, oldCapsule, newCapsule));
        (ok, ) = address(_registry).call(call);
    }

    function _list(bytes32 capsule) private pure returns (bytes32[] memory capsules) {
        capsules = new bytes32[](1);
        capsules[0] = capsule;
    }
}
