// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StaffRegistry} from "../../../../contracts/staff/StaffRegistry.sol";
import {StaffModel} from "./StaffModel.sol";
import {StaffOrders} from "./StaffOrders.sol";
import {RefusingWallet} from "./Wallets.sol";
import {vm} from "./Vm.sol";

/// @title Three hospitals, four keys (one of them a hospital's), an attacker, and whoever carries signatures
abstract contract StaffActions is StaffModel {
    /// @dev A signed order, and how far the story had gone when it was signed.
    struct Paper {
        StaffOrders.Order order;
        uint256 deadline;
        uint256 changes;
        uint256 withdrawals;
        bytes data;
    }

    StaffRegistry private immutable _registry = new StaffRegistry();

    address[] private _hospitals;
    address[] private _keys;
    Paper[] private _papers;

    constructor() {
        _hospitals = [_introduce("hospital 0"), _introduce("hospital 1"), _introduce("hospital 2")];
        _keys = [_introduce("nurse"), _introduce("laboratory"), _hospitals[2], attacker];
        vm.etch(_hospitals[1], address(new RefusingWallet()).code);
    }

    function appoint(uint256 seed) external {
        _roll(seed);
        _carryOut(_drawFor(StaffOrders.Act.Appoint));
    }

    function withdraw(uint256 seed) external {
        _roll(seed);
        _carryOut(_drawFor(StaffOrders.Act.Withdraw));
    }

    /// @notice A hospital signs, and nobody brings it yet.
    function sign(uint256 seed) external {
        _roll(seed);
        _keep(_drawAny());
    }

    function signAndBring(uint256 seed) external {
        _roll(seed);
        _bring(_keep(_drawAny()));
    }

    /// @notice Somebody brings what a hospital signed at some time, used or not.
    function bring(uint256 seed) external {
        _roll(seed);
        if (_papers.length == 0) _keep(_drawAny());
        _bring(_papers[_oneIn(2) ? _papers.length - 1 : _draw(_papers.length)]);
    }

    /// @notice Somebody brings an order in the name of a hospital that did not sign it, or not like this.
    function forge(uint256 seed) external {
        _roll(seed);
        StaffOrders.Order memory order = _drawAny();
        (uint32 nonce, uint256 deadline) = (_nonce(order), _drawDeadline());
        bytes32 structHash = StaffOrders.structHash(order, nonce, deadline);
        bytes memory signature = _forge(order.hospital, address(_registry), structHash);
        if (_oneIn(2)) {
            signature = _sign(order.hospital, address(_registry), structHash);
            uint256 part = _draw(5);
            if (part == 0) ++deadline;
            else if (part == 1) order.hospital = order.hospital == _hospitals[0] ? _hospitals[1] : _hospitals[0];
            else if (part == 2) order.staff = order.staff == _keys[0] ? _keys[1] : _keys[0];
            else if (part == 3 && order.act == StaffOrders.Act.Appoint) order.until ^= 1;
            else ++nonce;
        }
        bytes memory data = StaffOrders.encodeBySig(order, nonce, deadline, signature);
        _check(!_send(_anybody(), address(_registry), data), "only a hospital's own signature speaks for it");
    }

    /// @notice The attacker does in its own name whatever it likes; nobody else may notice.
    function trespass(uint256 seed) external {
        _roll(seed);
        _send(attacker, address(_registry), StaffOrders.encode(_drawAny()));
    }

    function requireStaffAsTheirHospitalsLeftThem() external view {
        for (uint256 i = 0; i < _hospitals.length; ++i) {
            for (uint256 j = 0; j < _keys.length; ++j) {
                Post storage post = posts[_hospitals[i]][_keys[j]];
                (, uint32 appointNonce, uint32 withdrawNonce) = _registry.appointments(_hospitals[i], _keys[j]);
                bool works = _registry.isStaff(_hospitals[i], _keys[j]);
                require(works == _worksFor(_hospitals[i], _keys[j]), "staff: appointed, not withdrawn, before the end");
                require(appointNonce == post.changes, "the nonce of appointments counts every change");
                require(withdrawNonce == post.withdrawals, "the nonce of withdrawals counts those alone");
            }
        }
    }

    function _carryOut(StaffOrders.Order memory order) private {
        bool must = _mayHappen(order);
        bool accepted = _send(order.hospital, address(_registry), StaffOrders.encode(order));
        if (order.act == StaffOrders.Act.Withdraw) _check(accepted, "a direct withdrawal always succeeds");
        _settle(order, accepted, must);
    }

    function _bring(Paper storage paper) private {
        StaffOrders.Order memory order = paper.order;
        Post storage post = posts[order.hospital][order.staff];
        bool inTime = block.timestamp <= paper.deadline;
        bool withdraws = order.act == StaffOrders.Act.Withdraw;
        bool isPresent = withdraws ? post.withdrawals == paper.withdrawals : post.changes == paper.changes;
        bool before = post.withdrawals == paper.withdrawals;
        bool accepted = _send(_anybody(), address(_registry), paper.data);
        _check(!accepted || inTime, "no signature counts after its deadline");
        _check(!accepted || before, "nothing signed before a withdrawal counts after it");
        if (withdraws) _check(accepted || !inTime || !before, "a signed withdrawal succeeds until one uses its nonce");
        _settle(order, accepted, inTime && isPresent && _mayHappen(order));
    }

    function _settle(StaffOrders.Order memory order, bool accepted, bool must) private {
        _check(accepted || !must, "what a hospital may do succeeds");
        _check(!accepted || must, "what a hospital may not do is refused");
        if (accepted) _happened(order);
    }

    function _keep(StaffOrders.Order memory order) private returns (Paper storage paper) {
        (uint32 nonce, uint256 deadline) = (_nonce(order), _drawDeadline());
        bytes32 structHash = StaffOrders.structHash(order, nonce, deadline);
        paper = _papers.push();
        paper.order = order;
        paper.deadline = deadline;
        paper.changes = posts[order.hospital][order.staff].changes;
        paper.withdrawals = posts[order.hospital][order.staff].withdrawals;
        bytes memory signature = _sign(order.hospital, address(_registry), structHash);
        paper.data = StaffOrders.encodeBySig(order, nonce, deadline, signature);
    }

    /// @dev The one that the contract shows, as a wallet would.
    function _nonce(StaffOrders.Order memory order) private view returns (uint32) {
        (, uint32 appointNonce, uint32 withdrawNonce) = _registry.appointments(order.hospital, order.staff);
        return order.act == StaffOrders.Act.Withdraw ? withdrawNonce : appointNonce;
    }

    /// @dev Half of all signatures are to appoint.
    function _drawAny() private returns (StaffOrders.Order memory) {
        return _drawFor(_oneIn(2) ? StaffOrders.Act.Appoint : StaffOrders.Act.Withdraw);
    }

    function _drawFor(StaffOrders.Act act) private returns (StaffOrders.Order memory) {
        return _drawOrder(act, _pick(_hospitals), _oneIn(30) ? address(0) : _pick(_keys));
    }
}
