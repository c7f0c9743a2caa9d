// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title Whether an address signed a digest
/// @notice An address signs either with its own key (65 bytes, the lower of the two equivalent forms) or, where it has
/// code, in whatever way its code accepts (ERC-1271). The key is tried first: an account that gave itself code
/// (EIP-7702) keeps its key, and its wallet goes on making plain signatures.
/// @dev The code of a wallet may burn the gas it is called with; whoever relays sets the limit.
library Signature {
    function isValid(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError fault, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (fault == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return
            signer.code.length != 0 && SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
    }
}
