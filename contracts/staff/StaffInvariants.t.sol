// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign} from "../../test/contracts/support/solidity/Campaign.sol";
import {StaffActions} from "../../test/contracts/support/solidity/StaffActions.sol";

/// @dev Stands here, since the runner calls only contracts of the files that it was given.
contract StaffHandler is StaffActions {}

/// @title What holds for staff whatever anybody does, signs, brings or forges, and however time goes
contract StaffInvariants is Campaign {
    StaffHandler private _handler;

    function setUp() external {
        _handler = new StaffHandler();
        handlerAddress = address(_handler);
    }

    /// @notice Staff is who the hospital appointed last and did not withdraw, until the end that it said.
    function invariant_staffIsWhomTheHospitalAppointed() external view {
        _handler.requireNothingBroken();
        _handler.requireStaffAsTheirHospitalsLeftThem();
    }
}
