// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ConsentRegistry} from "../../../../contracts/consent/ConsentRegistry.sol";
import {ILicenceRegistry} from "../../../../contracts/interfaces/ILicenceRegistry.sol";
import {LicenceRegistry} from "../../../../contracts/licence/LicenceRegistry.sol";
import {RecordRegistry} from "../../../../contracts/records/RecordRegistry.sol";
import {StaffRegistry} from "../../../../contracts/staff/StaffRegistry.sol";
import {ConsentOrders} from "./ConsentOrders.sol";
import {LicenceRulings} from "./LicenceRulings.sol";
import {RecordModel} from "./RecordModel.sol";
import {StaffOrders} from "./StaffOrders.sol";

/// @title The world in which records are published: licences, consents and appointments come and go
abstract contract RecordWorld is RecordModel {
    RecordRegistry internal immutable registry;

    LicenceRegistry private immutable _licences;
    ConsentRegistry private immutable _consents = new ConsentRegistry();
    StaffRegistry private immutable _appointments = new StaffRegistry();

    address private immutable _board = _introduce("board");
    uint256 private _issued;

    address[] internal staff;

    /// @dev Holder k is of kind k: a physician, a pharmacist, a hospital, a researcher. The pharmacist and the hospital have
    /// charts too. Every holder appoints the nurse, for whom that is worth nothing but with the hospital.
    constructor() {
        AccessManager manager = new AccessManager(address(this));
        _licences = new LicenceRegistry(manager);
        registry = new RecordRegistry(_licences, _consents, _appointments);
        manager.grantRole(_licences.boardRole("US-CA"), _board, 0);

        holders = [_introduce("physician"), _introduce("pharmacist"), _introduce("hospital"), _introduce("researcher")];
        subjects = [_introduce("subject 0"), _introduce("subject 1"), holders[1], holders[2]];
        staff = [_introduce("nurse"), _introduce("laboratory"), holders[0], attacker];
        grantees = holders;
        grantees.push(attacker);
        for (uint8 kind = 0; kind < KINDS; ++kind) _rule(LicenceRulings.Decision.Issue, holders[kind], kind);
        for (uint256 kind = 0; kind < KINDS; ++kind) {
            StaffOrders.Order memory order;
            (order.hospital, order.staff, order.until) = (holders[kind], staff[0], uint40(block.timestamp + 500));
            _carryOut(order);
        }
        for (uint256 i = 0; i < subjects.length; ++i) {
            ConsentOrders.Order memory order;
            (order.act, order.subject, order.keyset) = (ConsentOrders.Act.Open, subjects[i], "first keys");
            _carryOut(order);
            (order.act, order.contribute, order.keyset) = (ConsentOrders.Act.Grant, true, 0);
            order.until = uint40(block.timestamp + 500);
            for (uint256 kind = 0; kind < KINDS; ++kind) {
                order.grantee = holders[kind];
                _carryOut(order);
            }
        }
    }

    /// @notice The board decides about somebody's licence, of the kind that they are or of another.
    function changeLicence(uint256 seed) external {
        _roll(seed);
        uint8 kind = uint8(_draw(KINDS));
        address holder = _oneIn(4) ? _pick(holders) : holders[kind];
        ILicenceRegistry.Status status = held[holder][kind].status;
        LicenceRulings.Decision decision = LicenceRulings.Decision.Issue;
        if (status == ILicenceRegistry.Status.Suspended) {
            decision = _oneIn(5) ? LicenceRulings.Decision.Revoke : LicenceRulings.Decision.Reinstate;
        } else if (status == ILicenceRegistry.Status.Active) {
            decision = _oneIn(5) ? LicenceRulings.Decision.Revoke : LicenceRulings.Decision.Renew;
            if (_oneIn(3)) decision = LicenceRulings.Decision.Suspend;
        }
        _rule(decision, holder, kind);
    }

    /// @notice Somebody, mostly the hospital, appoints a key, mostly for a while, or withdraws it.
    function appointOrWithdraw(uint256 seed) external {
        _roll(seed);
        StaffOrders.Act act = _oneIn(3) ? StaffOrders.Act.Withdraw : StaffOrders.Act.Appoint;
        StaffOrders.Order memory order = _drawOrder(act, _drawHospital(), _pick(staff));
        if (act == StaffOrders.Act.Appoint && !_oneIn(4)) order.until = uint40(block.timestamp + 100 + _draw(300));
        _carryOut(order);
    }

    /// @notice A subject grants, mostly to contribute.
    function grant(uint256 seed) external {
        _roll(seed);
        ConsentOrders.Order memory order = _drawOrder(ConsentOrders.Act.Grant, _pick(subjects), _drawGrantee());
        order.contribute = order.contribute || !_oneIn(4);
        if (!_oneIn(4)) (order.from, order.until) = (0, uint40(block.timestamp + 100 + _draw(300)));
        _carryOut(order);
    }

    /// @notice A subject revokes a grant or all of them, or starts an epoch.
    function revokeOrRotate(uint256 seed) external {
        _roll(seed);
        ConsentOrders.Act act = _oneIn(4) ? ConsentOrders.Act.RevokeAll : ConsentOrders.Act.Rotate;
        if (_oneIn(2)) act = ConsentOrders.Act.Revoke;
        _carryOut(_drawOrder(act, _pick(subjects), _drawGrantee()));
    }

    /// @dev Mostly the physician or the hospital.
    function _drawGrantee() internal returns (address) {
        return _oneIn(3) ? _pick(grantees) : holders[2 * _draw(2)];
    }

    function _drawHospital() internal returns (address) {
        return _oneIn(4) ? _pick(holders) : holders[HOSPITAL];
    }

    function _carryOut(StaffOrders.Order memory order) private {
        bool accepted = _send(order.hospital, address(_appointments), StaffOrders.encode(order));
        _check(accepted == _mayHappen(order), "staff is whom the hospitals appointed");
        if (accepted) _happened(order);
    }

    function _carryOut(ConsentOrders.Order memory order) private {
        bool accepted = _send(order.subject, address(_consents), ConsentOrders.encode(order));
        _check(accepted == _mayHappen(order), "consents are what the subjects said");
        if (accepted) _happened(order);
    }

    function _rule(LicenceRulings.Decision decision, address holder, uint8 kind) private {
        LicenceRulings.Ruling memory ruling = _drawRuling(decision, holder, kind);
        (ruling.jurisdiction, ruling.number) = ("US-CA", keccak256(abi.encode(++_issued)));
        if (ruling.decision == LicenceRulings.Decision.Issue) ruling.until += 200;
        bool accepted = _send(_board, address(_licences), LicenceRulings.encode(ruling));
        _check(accepted == _mayBeRuled(ruling), "licences are what the board decided");
        if (accepted) _ruled(ruling);
    }
}
