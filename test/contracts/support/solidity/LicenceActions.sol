// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ILicenceRegistry} from "../../../../contracts/interfaces/ILicenceRegistry.sol";
import {LicenceRegistry} from "../../../../contracts/licence/LicenceRegistry.sol";
import {LicenceModel} from "./LicenceModel.sol";
import {LicenceRulings} from "./LicenceRulings.sol";

/// @title Three boards whose members come and go, three holders of four kinds, few numbers, and an attacker
abstract contract LicenceActions is LicenceModel {
    AccessManager private immutable _manager = new AccessManager(address(this));
    LicenceRegistry private immutable _registry = new LicenceRegistry(_manager);

    bytes6[3] private _jurisdictions = [bytes6("US-CA"), "DE-BY", "CH-ZH"];
    address[] private _officials;

    mapping(address official => mapping(bytes6 jurisdiction => bool)) private _sits;
    mapping(address official => mapping(bytes6 jurisdiction => bool)) private _mustWait;

    constructor() {
        holders = [_introduce("holder 0"), _introduce("holder 1"), _introduce("holder 2")];
        _officials = [_introduce("official 0"), _introduce("official 1"), _introduce("official 2"), attacker];
        for (uint256 i = 0; i < 3; ++i) _appoint(_officials[i], _jurisdictions[i], 0);
    }

    /// @notice The board's root lets somebody in, lets them act only after a delay, or puts them out.
    function changeBoard(uint256 seed) external {
        _roll(seed);
        address official = _officials[_draw(3)];
        bytes6 jurisdiction = _jurisdictions[_draw(3)];
        bool leaves = _sits[official][jurisdiction] && _oneIn(2);
        _manager.revokeRole(_registry.boardRole(jurisdiction), official);
        _sits[official][jurisdiction] = false;
        if (!leaves) _appoint(official, jurisdiction, _oneIn(6) ? 1 hours : 0);
    }

    function issue(uint256 seed) external {
        _roll(seed);
        _decide(LicenceRulings.Decision.Issue);
    }

    function renew(uint256 seed) external {
        _roll(seed);
        _decide(LicenceRulings.Decision.Renew);
    }

    function suspendOrReinstate(uint256 seed) external {
        _roll(seed);
        _decide(_oneIn(2) ? LicenceRulings.Decision.Suspend : LicenceRulings.Decision.Reinstate);
    }

    function revoke(uint256 seed) external {
        _roll(seed);
        _decide(LicenceRulings.Decision.Revoke);
    }

    function requireLicencesAsTheirBoardsLeftThem() external view {
        for (uint256 i = 0; i < holders.length; ++i) {
            for (uint8 kind = 0; kind < KINDS; ++kind) _requireAsItsBoardLeftIt(holders[i], kind);
        }
    }

    function requireOneCarrierForEachNumber() external view {
        uint256 count = holders.length * KINDS;
        bytes32[] memory carried = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) {
            (ILicenceRegistry.Status status, , , bytes6 jurisdiction, bytes15 number) = _registry.licences(
                holders[i / KINDS],
                uint8(i % KINDS)
            );
            bool free = status == ILicenceRegistry.Status.None || status == ILicenceRegistry.Status.Revoked;
            if (free) continue;
            carried[i] = keccak256(abi.encode(jurisdiction, number));
            for (uint256 j = 0; j < i; ++j) {
                require(carried[i] != carried[j], "no number is carried by two licences of a jurisdiction in force");
            }
        }
    }

    function _decide(LicenceRulings.Decision decision) private {
        (address holder, uint8 kind, bool fits) = _drawLicence(decision);
        LicenceRulings.Ruling memory ruling = _drawRuling(
            fits ? decision : LicenceRulings.Decision.Issue,
            holder,
            kind
        );
        (ruling.jurisdiction, ruling.number) = (_jurisdictions[_draw(3)], _drawNumber());
        ILicenceRegistry.Status before = _status(ruling);
        bytes6 jurisdiction = ruling.jurisdiction;
        if (ruling.decision != LicenceRulings.Decision.Issue)
            jurisdiction = held[ruling.holder][ruling.kind].jurisdiction;
        address official = _drawOfficial(jurisdiction);

        bool isBoard = _sits[official][jurisdiction] && !_mustWait[official][jurisdiction];
        bool must = isBoard && _mayBeRuled(ruling);
        bool accepted = _send(official, address(_registry), LicenceRulings.encode(ruling));
        _check(!accepted || isBoard, "only a licence's own board, without delay, changes it");
        _check(accepted || !must, "what a board may decide is carried out");
        _check(!accepted || must, "what a board may not decide is refused");
        _check(_isAllowed(before, _status(ruling)), "a status moves only along the allowed edges");
        if (accepted) _ruled(ruling);
    }

    function _appoint(address official, bytes6 jurisdiction, uint32 delay) private {
        _manager.grantRole(_registry.boardRole(jurisdiction), official, delay);
        (_sits[official][jurisdiction], _mustWait[official][jurisdiction]) = (true, delay != 0);
    }

    /// @dev Mostly one that stands where the decision needs it.
    function _drawLicence(LicenceRulings.Decision decision) private returns (address holder, uint8 kind, bool fits) {
        for (uint256 i = 0; i < 10; ++i) {
            (holder, kind) = (_pick(holders), uint8(_draw(KINDS)));
            ILicenceRegistry.Status status = held[holder][kind].status;
            fits = status == ILicenceRegistry.Status.Active;
            if (decision == LicenceRulings.Decision.Issue) fits = !_inForce(held[holder][kind]);
            else if (decision == LicenceRulings.Decision.Reinstate) fits = status == ILicenceRegistry.Status.Suspended;
            else if (decision == LicenceRulings.Decision.Revoke) fits = _inForce(held[holder][kind]);
            if (fits || _oneIn(30)) return (holder, kind, true);
        }
    }

    /// @dev Mostly one who sits on that board.
    function _drawOfficial(bytes6 jurisdiction) private returns (address official) {
        bool anyone = _oneIn(6);
        for (uint256 i = 0; i < 3 && !anyone; ++i) {
            official = _officials[i];
            if (_sits[official][jurisdiction] && !_mustWait[official][jurisdiction]) return official;
        }
        return _pick(_officials);
    }

    /// @dev Few, so that they meet again; one is stored as zeros.
    function _drawNumber() private returns (bytes32) {
        uint256 number = _draw(5);
        return number == 0 ? bytes32(uint256(1)) : keccak256(abi.encode(number));
    }

    function _status(LicenceRulings.Ruling memory ruling) private view returns (ILicenceRegistry.Status status) {
        (status, , , , ) = _registry.licences(ruling.holder, ruling.kind);
    }

    function _isAllowed(ILicenceRegistry.Status from, ILicenceRegistry.Status to) private pure returns (bool) {
        if (from == to) return true;
        if (to == ILicenceRegistry.Status.Active) return true;
        if (to == ILicenceRegistry.Status.Suspended) return from == ILicenceRegistry.Status.Active;
        return to == ILicenceRegistry.Status.Revoked && from != ILicenceRegistry.Status.None;
    }

    function _requireAsItsBoardLeftIt(address holder, uint8 kind) private view {
        Held storage licence = held[holder][kind];
        Held memory stored;
        (stored.status, stored.from, stored.until, stored.jurisdiction, stored.number) = _registry.licences(
            holder,
            kind
        );
        bool same =
            stored.from == licence.from &&
                stored.until == licence.until &&
                stored.jurisdiction == licence.jurisdiction &&
                stored.number == licence.number;
        require(stored.status == licence.status && same, "a licence is what its board last made of it");
        bool licensed = _licensed(holder, kind);
        require(_registry.isLicensed(holder, kind) == licensed, "licensed means active and inside the window");
        require(_registry.isLicensedAsAny(holder, uint8(1 << kind)) == licensed, "any of one kind is that kind");
    }
}
