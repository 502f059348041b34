/** Why a command was not carried out: a code and its figures. The sentence is text/'s. */
export type Refusal =
	| { readonly code: 'UNKNOWN_COMMAND'; readonly name: string }
	| { readonly code: 'INVALID_INPUT'; readonly path: string; readonly problem: string }
	| { readonly code: 'EMPTY_NAME'; readonly path: string }
	| { readonly code: 'UNKNOWN_PERSON'; readonly personId: string }
	| { readonly code: 'UNKNOWN_ROLE'; readonly roleId: string }
	| { readonly code: 'UNKNOWN_COST_CENTER'; readonly costCenterId: string }
	| { readonly code: 'ROOT_STAYS' }
	| { readonly code: 'COST_CENTER_CYCLE'; readonly name: string }
	| {
			readonly code: 'COST_CENTER_IN_USE';
			readonly name: string;
			readonly people: number;
			readonly orders: number;
			readonly children: number;
	  }
	| { readonly code: 'DOUBLE_ID'; readonly id: string }
	| { readonly code: 'OUT_OF_RANGE'; readonly asOf: string };
