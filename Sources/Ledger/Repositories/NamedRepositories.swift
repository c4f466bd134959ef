/// The parties.
public typealias PartyRepository = Repository<Party>
/// The sources.
public typealias SourceRepository = Repository<Source>
/// The deals.
public typealias DealRepository = Repository<Deal>
/// The tranches.
public typealias TrancheRepository = Repository<Tranche>
/// The contracts.
public typealias ContractRepository = Repository<Contract>
/// The claims.
public typealias ClaimRepository = Repository<Claim>
