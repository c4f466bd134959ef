// The floor that the import of the program is held against: the sheet in six tables of its own, ten
// indexes made after the load (defer=1), nothing checked, no ratings, events, runs or figures. Kept
// as it was measured first, so that its times stay comparable: loader.c writes the ledger's tables.
//
// Practical floor: mmap CSV -> tokenise (SSE2/AVX2) -> dedupe in hash maps -> prepared inserts, one transaction, normalised STRICT schema.
// cc -O2 -march=native optional.   floor [opts] in.csv out.db     opts: k=v (see below)
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <unistd.h>
#include <pthread.h>
#include <time.h>
#include <immintrin.h>
enum{DEAL,ANN,ISS,CTRY,INST,TR,CUR,AMT,CPN,SPR,BEN,MAT,SP,MO,FI,MKT,BAL,STA,LEN,CAMT,STI,SURL,QUO,NF};
static double now(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec+t.tv_nsec*1e-9;}
static long opt_page=4096,opt_cache=-2000,opt_mmap=0,opt_defer=0,opt_wor=0,opt_multi=1,opt_thread=0,opt_fk=0,opt_sec=1,opt_batch=0,opt_utf8=0,opt_lookup=0,opt_mode=0,opt_noidx=0,opt_excl=0,opt_quiet=1,opt_memo=1,opt_sort=0,opt_strict=1,opt_mutex=1,opt_lookaside=0,opt_threads_sort=0,opt_temp=0,opt_append=0,opt_rebuild=0;
static char opt_sync[16]="FULL",opt_journal[16]="DELETE";
// ---------- tokeniser
typedef struct{ const char*p[NF]; uint32_t n[NF]; int64_t amt,camt; int32_t cpn,spr; uint64_t hd,hi,hl,hs; } Row;
static const char*cur,*end; static char*arena; static size_t arena_n,arena_cap; static uint64_t bad;
static inline const char* scan(const char*p){ // first ',' or '\n' at or after p; end if none
#ifdef __AVX2__
  const __m256i c=_mm256_set1_epi8(','),l=_mm256_set1_epi8('\n');
  while(p+32<=end){ __m256i v=_mm256_loadu_si256((const void*)p); unsigned m=_mm256_movemask_epi8(_mm256_or_si256(_mm256_cmpeq_epi8(v,c),_mm256_cmpeq_epi8(v,l))); if(m) return p+__builtin_ctz(m); p+=32; }
#else
  const __m128i c=_mm_set1_epi8(','),l=_mm_set1_epi8('\n');
  while(p+16<=end){ __m128i v=_mm_loadu_si128((const void*)p); unsigned m=_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(v,c),_mm_cmpeq_epi8(v,l))); if(m) return p+__builtin_ctz(m); p+=16; }
#endif
  while(p<end&&*p!=','&&*p!='\n')p++; return p; }
static char* aalloc(size_t n){ if(arena_n+n>arena_cap){ arena_cap=n>(1<<20)?n:(1<<20); arena=malloc(arena_cap); arena_n=0; } char*r=arena+arena_n; arena_n+=n; return r; }
static inline uint64_t hash(const char*p,uint32_t n){ uint64_t h=n*0x9E3779B97F4A7C15ull,a; while(n>=8){ memcpy(&a,p,8); h=(h^a)*0xff51afd7ed558ccdull; h^=h>>32; p+=8;n-=8;} a=0; memcpy(&a,p,n); h=(h^a)*0xc4ceb9fe1a85ec53ull; return h^(h>>29); }
// fixed-point parse: '.' or ',' decimal, spaces / NBSP / NNBSP as thousands. scale = digits after point
static inline int64_t fix(const char*p,uint32_t n,int scale){ int64_t v=0; int dec=-1; for(uint32_t i=0;i<n;i++){ unsigned char c=p[i]; if(c-'0'<10u){ v=v*10+(c-'0'); if(dec>=0)dec++; } else if(c=='.'||c==','){ if(dec>=0){bad++;return 0;} dec=0; } else if(c==' '||c==0xC2||c==0xA0||c==0xE2||c==0x80||c==0xAF||c=='-'){} else {bad++;return 0;} } if(dec<0)dec=0; while(dec<scale){v*=10;dec++;} return v; }
static int next_row(Row*r){ const char*p=cur; if(p>=end) return 0; int f=0;
  for(;;){ const char*b; uint32_t n;
    if(p<end&&*p=='"'){ p++; b=p; const char*q=memchr(p,'"',end-p); if(!q){bad++;cur=end;return 0;}
      if(q+1<end&&q[1]=='"'){ // has escapes: unescape to arena
        const char*s=p; size_t cap=0; char*o=0; // find end first
        const char*z=q; for(;;){ if(z+1<end&&z[1]=='"'){ z=memchr(z+2,'"',end-(z+2)); if(!z){bad++;cur=end;return 0;} } else break; }
        cap=z-s; o=aalloc(cap); size_t k=0; for(const char*t=s;t<z;t++){ o[k++]=*t; if(*t=='"')t++; } b=o;n=k; q=z; }
      else n=q-b;
      p=q+1; if(p<end&&*p=='\r')p++; }
    else { b=p; p=scan(p); n=p-b; if(n&&p<end&&*p=='\n'&&p[-1]=='\r')n--; }
    if(f<NF){r->p[f]=b;r->n[f]=n;} f++;
    if(p>=end){cur=end;break;} if(*p=='\n'){cur=p+1;break;} if(*p!=','){bad++;p=scan(p); if(p>=end||*p=='\n'){cur=p<end?p+1:end;break;}} p++; }
  if(f!=NF){bad++;} return 1; }
static inline int isdate(const char*p,uint32_t n){ if(n!=10) return 0; return p[4]=='-'&&p[7]=='-'; }
static void cook(Row*r){ r->amt=fix(r->p[AMT],r->n[AMT],2); r->camt=fix(r->p[CAMT],r->n[CAMT],2); r->cpn=r->n[CPN]?(int)fix(r->p[CPN],r->n[CPN],2):-1; r->spr=r->n[SPR]?(int)fix(r->p[SPR],r->n[SPR],0):-1; if(!isdate(r->p[ANN],r->n[ANN]))bad++; if(r->n[MAT]&&!isdate(r->p[MAT],r->n[MAT]))bad++;
  r->hd=hash(r->p[DEAL],r->n[DEAL]); r->hi=hash(r->p[ISS],r->n[ISS]); r->hl=hash(r->p[LEN],r->n[LEN]); r->hs=hash(r->p[SURL],r->n[SURL]); }
static int utf8ok(const unsigned char*p,const unsigned char*e){ while(p<e){ if(p+32<=e){
#ifdef __AVX2__
 if(!_mm256_movemask_epi8(_mm256_loadu_si256((const void*)p))){p+=32;continue;}
#else
 if(!(_mm_movemask_epi8(_mm_loadu_si128((const void*)p))|_mm_movemask_epi8(_mm_loadu_si128((const void*)(p+16))))){p+=32;continue;}
#endif
 } unsigned char c=*p; if(c<0x80){p++;continue;} int n=c>=0xF0&&c<=0xF4?3:c>=0xE0?2:c>=0xC2&&c<0xE0?1:0; if(!n||c>0xF4||p+n>=e) return 0; unsigned char d=p[1]; if((d&0xC0)!=0x80||(c==0xE0&&d<0xA0)||(c==0xED&&d>0x9F)||(c==0xF0&&d<0x90)||(c==0xF4&&d>0x8F))return 0; for(int i=2;i<=n;i++) if((p[i]&0xC0)!=0x80) return 0; p+=n+1;} return 1; }
// ---------- hash map bytes->id
typedef struct{ uint64_t h; const char*k; uint32_t n; uint32_t id; }Ent; typedef struct{Ent*e;size_t cap,cnt;}Map;
static void minit(Map*m,size_t cap){m->cap=cap;m->cnt=0;m->e=calloc(cap,sizeof(Ent));}
static Ent*mget(Map*m,uint64_t h,const char*k,uint32_t n){ if(m->cnt*10>=m->cap*7){ Map o=*m; minit(m,o.cap*2); for(size_t i=0;i<o.cap;i++) if(o.e[i].id){ size_t j=o.e[i].h&(m->cap-1); while(m->e[j].id) j=(j+1)&(m->cap-1); m->e[j]=o.e[i]; m->cnt++; } free(o.e);} size_t j=h&(m->cap-1); for(;;){ Ent*e=&m->e[j]; if(!e->id){e->h=h;e->k=k;e->n=n;m->cnt++;return e;} if(e->h==h&&e->n==n&&!memcmp(e->k,k,n))return e; j=(j+1)&(m->cap-1);} }
static sqlite3*db;
static void X(const char*s){ char*e=0; if(sqlite3_exec(db,s,0,0,&e)!=SQLITE_OK){fprintf(stderr,"SQL %s: %s\n",s,e);exit(1);} }
static sqlite3_stmt*P(const char*s){ sqlite3_stmt*st; if(sqlite3_prepare_v3(db,s,-1,SQLITE_PREPARE_PERSISTENT,&st,0)){fprintf(stderr,"prep %s: %s\n",s,sqlite3_errmsg(db));exit(1);} return st;}
static inline void go(sqlite3_stmt*s){ int rc=sqlite3_step(s); if(rc!=SQLITE_DONE){fprintf(stderr,"step %d %s\n",rc,sqlite3_errmsg(db));exit(1);} sqlite3_reset(s);}
#define T(s,i,f) sqlite3_bind_text(s,i,r->p[f],r->n[f],SQLITE_STATIC)
#define TN(s,i,f) (r->n[f]?T(s,i,f):sqlite3_bind_null(s,i))
static sqlite3_stmt*sI,*sL,*sS,*sD,*sT,*sC,*sCm,*qD,*qS; static Map mI,mL,mS,mD; static uint32_t nI,nL,nS,nD; static uint64_t nT,nC;
static uint32_t ldeal; static char ltr; static uint64_t ltid; // tranche memo (rows of a tranche are adjacent, else map)
static Map mT; static int64_t mb[256*4]; static int mbn; static uint64_t rows,sink;
static void flush_multi(void){ if(!mbn) return; if(mbn==opt_multi){ for(int i=0;i<mbn*3;i++) sqlite3_bind_int64(sCm,i+1,mb[i]); go(sCm);} else for(int i=0;i<mbn;i++){ for(int k=0;k<3;k++) sqlite3_bind_int64(sC,k+1,mb[i*3+k]); go(sC);} mbn=0; }
static sqlite3_stmt*qI,*qL; static uint32_t look(sqlite3_stmt*q,const char*p,uint32_t n){ sqlite3_bind_text(q,1,p,n,SQLITE_STATIC); uint32_t v=0; if(sqlite3_step(q)==SQLITE_ROW) v=sqlite3_column_int(q,0); sqlite3_reset(q); return v; }
static void put(const Row*r){ rows++;
  if(opt_mode==1){ for(int i=0;i<NF;i++) sink+=r->n[i]; sink+=r->amt; return; }
  Ent*e=mget(&mI,r->hi,r->p[ISS],r->n[ISS]); uint32_t iid=e->id; if(!iid&&opt_append) iid=e->id=look(qI,r->p[ISS],r->n[ISS]); if(!iid){ iid=e->id=++nI; if(opt_mode!=2){ sqlite3_bind_int(sI,1,iid); T(sI,2,ISS);T(sI,3,CTRY);go(sI);} }
  e=mget(&mL,r->hl,r->p[LEN],r->n[LEN]); uint32_t lid=e->id; if(!lid&&opt_append) lid=e->id=look(qL,r->p[LEN],r->n[LEN]); if(!lid){ lid=e->id=++nL; if(opt_mode!=2){sqlite3_bind_int(sL,1,lid);T(sL,2,LEN);go(sL);} }
  e=mget(&mD,r->hd,r->p[DEAL],r->n[DEAL]); uint32_t did=e->id; if(!did&&opt_append) did=e->id=look(qD,r->p[DEAL],r->n[DEAL]); if(!did){
    Ent*s=mget(&mS,r->hs,r->p[SURL],r->n[SURL]); uint32_t sid=s->id; if(!sid&&opt_append) sid=s->id=look(qS,r->p[SURL],r->n[SURL]); if(!sid){ if(opt_lookup){ T(qS,1,SURL); sqlite3_step(qS); sqlite3_reset(qS);} sid=s->id=++nS; if(opt_mode!=2){ sqlite3_bind_int(sS,1,sid);T(sS,2,SURL);T(sS,3,STI);go(sS);} }
    if(opt_lookup){ T(qD,1,DEAL); sqlite3_step(qD); sqlite3_reset(qD);} did=e->id=++nD; if(opt_mode!=2){ sqlite3_bind_int(sD,1,did);T(sD,2,DEAL);sqlite3_bind_int(sD,3,iid);T(sD,4,ANN);T(sD,5,STA);T(sD,6,BAL);sqlite3_bind_int(sD,7,sid);TN(sD,8,QUO);go(sD);} }
  char tc=r->p[TR][0]; uint64_t tid; if(did==ldeal&&tc==ltr) tid=ltid; else { uint64_t k=((uint64_t)did<<8)|(unsigned char)tc; uint64_t h=k*0x9E3779B97F4A7C15ull; h^=h>>32; /* key stored by value in pointer */
      size_t j; if(mT.cnt*10>=mT.cap*7){ Map o=mT; minit(&mT,o.cap*2); for(size_t i=0;i<o.cap;i++) if(o.e[i].id){ j=o.e[i].h&(mT.cap-1); while(mT.e[j].id) j=(j+1)&(mT.cap-1); mT.e[j]=o.e[i]; mT.cnt++; } free(o.e);} j=h&(mT.cap-1); while(mT.e[j].id&&mT.e[j].k!=(const char*)k) j=(j+1)&(mT.cap-1);
      if(!mT.e[j].id){ mT.e[j].h=h; mT.e[j].k=(const char*)k; mT.e[j].id=++nT; mT.cnt++; if(opt_mode!=2){ sqlite3_bind_int64(sT,1,nT);sqlite3_bind_int(sT,2,did);T(sT,3,TR);T(sT,4,INST);T(sT,5,MKT);T(sT,6,CUR);sqlite3_bind_int64(sT,7,r->amt); if(r->cpn<0)sqlite3_bind_null(sT,8);else sqlite3_bind_int(sT,8,r->cpn); if(r->spr<0)sqlite3_bind_null(sT,9);else sqlite3_bind_int(sT,9,r->spr); TN(sT,10,BEN);TN(sT,11,MAT);TN(sT,12,SP);TN(sT,13,MO);TN(sT,14,FI); go(sT);} }
      tid=mT.e[j].id; ldeal=did; ltr=tc; ltid=tid; }
  nC++; if(opt_mode==2){sink+=tid+lid;return;}
  if(opt_multi>1){ mb[mbn*3]=tid;mb[mbn*3+1]=lid;mb[mbn*3+2]=r->camt; if(++mbn==opt_multi) flush_multi(); }
  else { sqlite3_bind_int64(sC,1,tid);sqlite3_bind_int(sC,2,lid);sqlite3_bind_int64(sC,3,r->camt);go(sC);}
  if(opt_batch&&rows%opt_batch==0){X("COMMIT");X("BEGIN IMMEDIATE");}
}
// ---------- threaded pipeline
#define BR 1024
typedef struct{Row r[BR];int n;}Blk; static Blk*blk[8]; static int NB=4; static volatile int wr,rd; static pthread_mutex_t mu=PTHREAD_MUTEX_INITIALIZER; static pthread_cond_t cv=PTHREAD_COND_INITIALIZER;
static void*parser(void*a){ for(;;){ pthread_mutex_lock(&mu); while(wr-rd>=NB) pthread_cond_wait(&cv,&mu); pthread_mutex_unlock(&mu); Blk*b=blk[wr%NB]; int n=0; while(n<BR&&next_row(&b->r[n])){cook(&b->r[n]);n++;} b->n=n; pthread_mutex_lock(&mu); wr++; pthread_cond_signal(&cv); pthread_mutex_unlock(&mu); if(n<BR) break; } return 0; }
static void schema(void){ const char*st=opt_strict?"STRICT":""; char b[4096]; int in=!opt_defer&&!opt_noidx; (void)in; const char*U=opt_defer||opt_noidx?"":"UNIQUE";
  snprintf(b,sizeof b,"CREATE TABLE issuer(id INTEGER PRIMARY KEY,name TEXT NOT NULL %s,country TEXT NOT NULL) %s;"
  "CREATE TABLE lender(id INTEGER PRIMARY KEY,name TEXT NOT NULL %s) %s;"
  "CREATE TABLE source(id INTEGER PRIMARY KEY,url TEXT NOT NULL %s,title TEXT NOT NULL) %s;"
  "CREATE TABLE deal(id INTEGER PRIMARY KEY,key TEXT NOT NULL %s,issuer_id INTEGER NOT NULL REFERENCES issuer(id),announced_on TEXT NOT NULL,status TEXT NOT NULL,balance_sheet TEXT NOT NULL,source_id INTEGER REFERENCES source(id),quote TEXT) %s;"
  "CREATE TABLE tranche(id INTEGER PRIMARY KEY,deal_id INTEGER NOT NULL REFERENCES deal(id),code TEXT NOT NULL,instrument TEXT NOT NULL,market TEXT NOT NULL,currency TEXT NOT NULL,amount_minor INTEGER NOT NULL,coupon_bp INTEGER,spread_bp INTEGER,benchmark TEXT,maturity_on TEXT,sp TEXT,moodys TEXT,fitch TEXT%s) %s;",
   U,st,U,st,U,st,U,st,*U?",UNIQUE(deal_id,code)":"",st); X(b);
  if(opt_wor) X("CREATE TABLE commitment(tranche_id INTEGER NOT NULL REFERENCES tranche(id),lender_id INTEGER NOT NULL REFERENCES lender(id),amount_minor INTEGER NOT NULL,PRIMARY KEY(tranche_id,lender_id)) WITHOUT ROWID, STRICT");
  else { snprintf(b,sizeof b,"CREATE TABLE commitment(id INTEGER PRIMARY KEY,tranche_id INTEGER NOT NULL REFERENCES tranche(id),lender_id INTEGER NOT NULL REFERENCES lender(id),amount_minor INTEGER NOT NULL%s) %s",*U?",UNIQUE(tranche_id,lender_id)":"",st); X(b);} }
static void indices(void){ if(opt_defer){ X("CREATE UNIQUE INDEX issuer_name ON issuer(name);CREATE UNIQUE INDEX lender_name ON lender(name);CREATE UNIQUE INDEX source_url ON source(url);CREATE UNIQUE INDEX deal_key ON deal(key);CREATE UNIQUE INDEX tranche_deal ON tranche(deal_id,code);"); if(!opt_wor) X("CREATE UNIQUE INDEX commitment_u ON commitment(tranche_id,lender_id)"); }
  X("CREATE INDEX deal_issuer ON deal(issuer_id);CREATE INDEX deal_announced ON deal(announced_on);CREATE INDEX tranche_maturity ON tranche(maturity_on);CREATE INDEX commitment_lender ON commitment(lender_id);"); }
int main(int ac,char**av){ int i; struct{const char*k;long*v;}O[]={{"page",&opt_page},{"cache",&opt_cache},{"mmap",&opt_mmap},{"defer",&opt_defer},{"wor",&opt_wor},{"multi",&opt_multi},{"thread",&opt_thread},{"fk",&opt_fk},{"sec",&opt_sec},{"batch",&opt_batch},{"utf8",&opt_utf8},{"lookup",&opt_lookup},{"mode",&opt_mode},{"noidx",&opt_noidx},{"excl",&opt_excl},{"quiet",&opt_quiet},{"strict",&opt_strict},{"mutex",&opt_mutex},{"lookaside",&opt_lookaside},{"sortthreads",&opt_threads_sort},{"temp",&opt_temp},{"append",&opt_append},{"rebuild",&opt_rebuild}};
  for(i=1;i<ac;i++){ char*eq=strchr(av[i],'='); if(!eq)break; if(!strncmp(av[i],"sync=",5)){strcpy(opt_sync,eq+1);continue;} if(!strncmp(av[i],"journal=",8)){strcpy(opt_journal,eq+1);continue;} int ok=0; for(unsigned k=0;k<sizeof O/sizeof*O;k++) if(strlen(O[k].k)==(size_t)(eq-av[i])&&!strncmp(O[k].k,av[i],eq-av[i])){*O[k].v=atol(eq+1);ok=1;} if(!ok){fprintf(stderr,"opt %s?\n",av[i]);return 2;} }
  const char*in=av[i],*out=i+1<ac?av[i+1]:":memory:"; double t0=now();
  int fd=open(in,O_RDONLY); struct stat sb; fstat(fd,&sb); const char*m=mmap(0,sb.st_size,PROT_READ,MAP_PRIVATE|MAP_POPULATE*0,fd,0); madvise((void*)m,sb.st_size,MADV_SEQUENTIAL); cur=m;end=m+sb.st_size;
  if(opt_utf8&&!utf8ok((const unsigned char*)cur,(const unsigned char*)end)){fprintf(stderr,"invalid utf8\n");return 1;}
  Row hdr; next_row(&hdr); double t1=now();
  minit(&mI,16384);minit(&mL,8192);minit(&mS,1<<16);minit(&mD,1<<16);minit(&mT,1<<16);
  if(opt_mode==0||opt_mode>2){ if(strcmp(out,":memory:")&&!opt_append){unlink(out); char j[512]; snprintf(j,512,"%s-wal",out);unlink(j);snprintf(j,512,"%s-shm",out);unlink(j);snprintf(j,512,"%s-journal",out);unlink(j);}
    if(!opt_mutex) sqlite3_config(SQLITE_CONFIG_SINGLETHREAD); else if(opt_mutex==2) sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS,0);
    if(sqlite3_open(out,&db)){fprintf(stderr,"open\n");return 1;} char b[256];
    snprintf(b,256,"PRAGMA page_size=%ld;PRAGMA cache_size=%ld;PRAGMA mmap_size=%ld;PRAGMA secure_delete=%ld;PRAGMA foreign_keys=%ld",opt_page,opt_cache,opt_mmap,opt_sec,opt_fk);X(b);
    snprintf(b,256,"PRAGMA journal_mode=%s;PRAGMA synchronous=%s;PRAGMA locking_mode=%s;PRAGMA threads=%ld;PRAGMA temp_store=%ld",opt_journal,opt_sync,opt_excl?"EXCLUSIVE":"NORMAL",opt_threads_sort,opt_temp);X(b);
    X("BEGIN IMMEDIATE"); if(!opt_append){ schema(); if(!opt_defer&&!opt_noidx) indices(); } else { sqlite3_stmt*z; uint32_t*v[]={&nI,&nL,&nS,&nD}; const char*t[]={"issuer","lender","source","deal","tranche"}; char q[99]; for(int k=0;k<5;k++){ sprintf(q,"SELECT coalesce(max(id),0) FROM %s",t[k]); z=P(q); sqlite3_step(z); if(k<4)*v[k]=sqlite3_column_int(z,0); else nT=sqlite3_column_int(z,0); sqlite3_finalize(z);} qI=P("SELECT id FROM issuer WHERE name=?");qL=P("SELECT id FROM lender WHERE name=?"); opt_lookup=1; if(opt_rebuild) X("DROP INDEX deal_issuer;DROP INDEX deal_announced;DROP INDEX tranche_maturity;DROP INDEX commitment_lender;DROP INDEX IF EXISTS commitment_u;DROP INDEX IF EXISTS tranche_deal"); }
    sI=P("INSERT INTO issuer VALUES(?,?,?)");sL=P("INSERT INTO lender VALUES(?,?)");sS=P("INSERT INTO source VALUES(?,?,?)");sD=P("INSERT INTO deal VALUES(?,?,?,?,?,?,?,?)");sT=P("INSERT INTO tranche VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");sC=P("INSERT INTO commitment(tranche_id,lender_id,amount_minor) VALUES(?,?,?)");
    if(opt_lookup){qD=P("SELECT id FROM deal WHERE key=?");qS=P("SELECT id FROM source WHERE url=?");}
    if(opt_multi>1){ char*q=malloc(64+opt_multi*8); strcpy(q,"INSERT INTO commitment(tranche_id,lender_id,amount_minor) VALUES"); for(int k=0;k<opt_multi;k++) strcat(q,k?",(?,?,?)":"(?,?,?)"); sCm=P(q);} }
  if(opt_thread){ for(int k=0;k<NB;k++) blk[k]=malloc(sizeof(Blk)); pthread_t th; pthread_create(&th,0,parser,0); for(;;){ pthread_mutex_lock(&mu); while(wr==rd) pthread_cond_wait(&cv,&mu); pthread_mutex_unlock(&mu); Blk*b=blk[rd%NB]; int n=b->n; for(int k=0;k<n;k++) put(&b->r[k]); pthread_mutex_lock(&mu); rd++; pthread_cond_signal(&cv); pthread_mutex_unlock(&mu); if(n<BR)break; } pthread_join(th,0);}
  else if(opt_mode==3){ Row r; while(next_row(&r)) rows++; }
  else { Row r; while(next_row(&r)){ cook(&r); put(&r);} }
  double t2=now(),t3=t2,t4=t2;
  if(db){ flush_multi(); if(opt_defer&&!opt_append) indices(); if(opt_append&&opt_rebuild) X("CREATE INDEX deal_issuer ON deal(issuer_id);CREATE INDEX deal_announced ON deal(announced_on);CREATE INDEX tranche_maturity ON tranche(maturity_on);CREATE INDEX commitment_lender ON commitment(lender_id);CREATE UNIQUE INDEX tranche_deal ON tranche(deal_id,code);CREATE UNIQUE INDEX commitment_u ON commitment(tranche_id,lender_id);"); t3=now(); X("COMMIT"); t4=now(); if(!strcasecmp(opt_journal,"WAL")) X("PRAGMA wal_checkpoint(TRUNCATE)"); sqlite3_stmt*all[]={sI,sL,sS,sD,sT,sC,sCm,qD,qS,qI,qL}; for(int k=0;k<11;k++) sqlite3_finalize(all[k]); sqlite3_close(db);} double t5=now();
  if(!opt_quiet||opt_mode) fprintf(stderr,"rows=%lu issuers=%u lenders=%u sources=%u deals=%u tranches=%lu commits=%lu bad=%lu utf8+hdr=%.3f load=%.3f idx=%.3f commit=%.3f close=%.3f total=%.3f GB/s=%.3f sink=%lu\n",rows,nI,nL,nS,nD,nT,nC,bad,t1-t0,t2-t1,t3-t2,t4-t3,t5-t4,t5-t0,sb.st_size/(t2-t0)/1e9,sink);
  _exit(bad?3:0); }
