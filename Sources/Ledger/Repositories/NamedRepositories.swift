public typealias PartyRepository = Repository<Party>
public typealias SourceRepository = Repository<Source>
public typealias DealRepository = Repository<Deal>
public typealias TrancheRepository = Repository<Tranche>
public typealias ContractRepository = Repository<Contract>
public typealias ClaimRepository = Repository<Claim>
