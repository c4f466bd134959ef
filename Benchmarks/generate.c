// Kept as it was measured first: the same arguments give the same bytes on every machine.
// Deterministic AI-financing deals CSV generator.  usage: gen ROWS [SEED] > deals.csv
// One CSV row = one lender commitment in one tranche of one deal (denormalised), 23 columns.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
static uint64_t s;
static inline uint64_t rnd(void){ uint64_t z=(s+=0x9E3779B97F4A7C15ull); z=(z^(z>>30))*0xBF58476D1CE4E5B9ull; z=(z^(z>>27))*0x94D049BB133111EBull; return z^(z>>31);}
static inline uint32_t R(uint32_t n){ return (uint32_t)(((rnd()>>32)*(uint64_t)n)>>32);}
#define PICK(a) a[R(sizeof(a)/sizeof(a[0]))]
static const char*pre[]={"Nebula","Cobalt","Hyperion","Aurora","Vantage","Polaris","Stellar","Quanta","Boreal","Norrsken","Malmö","Göteborg","Årsta","Zürich","Île-de-France","São Paulo","Tōkyō","Kraków","Ångström","Atlas","Helios","Titan","Meridian","Crucible","Sapphire","Ferrum","Lattice","Tensor","Gradient","Vector","日本","서울"};
static const char*mid[]={"Compute","Datacenter","Cloud","AI","Grid","Power","Silicon","Inference","Kraft","Beräkning","Infrastructure","Networks","Robotics","Systems","Labs","Chips","Energy","Fiber","Storage","Campus"};
static const char*suf[]={", Inc."," AB"," plc"," GmbH"," LLC",", L.P."," S.A."," Holdings"," Issuer \"A\" Ltd"," KK"," Corp."," NV"," Trust 2025-1"," SPV I"," & Co."," Oy"};
static const char*lp[]={"Banque","Morgan","Blue","Apex","Handels","Société","Nordic","First","Pacific","Sumi","Ares","Pim","Black","Brook","KK","Carl","Credit","Deutsche","Sveriges","Österreich"};
static const char*lm[]={"bank","Owl","rock","Générale","Capital","Trust","Life","Pension","Credit","Street","field","Asset Mgmt","Insurance","Partners","Fund, L.P.","Liv","Försäkring","Securities","Direct Lending","Infrastructure Debt"};
static const char*ctry[]={"US","US","US","US","GB","SE","DE","FR","JP","KR","CA","NL","AE","SG","IE","LU"};
static const char*inst[]={"bond","bond","bond","term_loan","term_loan","private_credit","private_credit","convertible","abs","cmbs","gpu_lease","vendor_financing","revolver","equity"};
static const char*cur[]={"USD","USD","USD","USD","USD","EUR","EUR","GBP","JPY","SEK"};
static const char*bench[]={"SOFR","EURIBOR","SONIA","STIBOR","UST","","TONA"};
static const char*sp[]={"AAA","AA+","AA","AA-","A+","A","A-","BBB+","BBB","BBB-","BB+","BB","BB-","B+","B","B-","CCC+","CCC","NR",""};
static const char*mo[]={"Aaa","Aa1","Aa2","Aa3","A1","A2","A3","Baa1","Baa2","Baa3","Ba1","Ba2","Ba3","B1","B2","B3","Caa1","Caa2","NR",""};
static const char*stat[]={"closed","closed","closed","priced","announced","announced","rumoured","withdrawn"};
static const char*w[]={"the","company","said","it","would","raise","notes","due","to","fund","GPU","capacity","lease","backed","by","contracted","revenue","from","hyperscaler","according","people","familiar","räntan","löper","på","år","prix","d’émission","billion","structured","off-balance-sheet","vehicle","guarantee","covenant","senior","secured"};
static char issuer[5000][96], icountry[5000][4], lender[2000][80]; static double ipop[5000];
static char buf[1<<20]; static size_t bn;
static void put(const char*p,size_t n){ if(bn+n>sizeof buf){fwrite(buf,1,bn,stdout);bn=0;} memcpy(buf+bn,p,n);bn+=n;}
static void raw(const char*p){put(p,strlen(p));}
static void fld(const char*p){ // quote only when needed
  if(!strpbrk(p,",\"\n\r")){raw(p);return;} put("\"",1); for(;*p;p++){ if(*p=='"')put("\"",1); put(p,1);} put("\"",1);}
static void ymd(char*o,int d){ // days since 2023-01-01 (civil)
  int z=d+19358; z+=719468; int era=z/146097; unsigned doe=z-era*146097; unsigned yoe=(doe-doe/1460+doe/36524-doe/146096)/365; int y=yoe+era*400; unsigned doy=doe-(365*yoe+yoe/4-yoe/100); unsigned mp=(5*doy+2)/153; unsigned dd=doy-(153*mp+2)/5+1; unsigned m=mp<10?mp+3:mp-9; sprintf(o,"%04d-%02u-%02u",y+(m<=2),m,dd);}
static void money(char*o,uint64_t minor,int style){ uint64_t k=minor/100; unsigned c=minor%100; char t[32]; int n=sprintf(t,"%llu",(unsigned long long)k);
  if(style==0){ if(c) sprintf(o,"%s.%02u",t,c); else strcpy(o,t); }
  else { int j=0; for(int i=0;i<n;i++){ if(i&&(n-i)%3==0){ if(style==1){o[j++]=(char)0xC2;o[j++]=(char)0xA0;} else o[j++]=' '; } o[j++]=t[i]; } j+=sprintf(o+j,",%02u",c); o[j]=0; } }
int main(int ac,char**av){ uint64_t rows=ac>1?strtoull(av[1],0,10):1000000; uint64_t seed=ac>2?strtoull(av[2],0,10):42;
  s=seed*0x2545F4914F6CDD1Dull+1;
  for(int i=0;i<5000;i++){ snprintf(issuer[i],96,"%s %s %d%s",PICK(pre),PICK(mid),i,PICK(suf)); strcpy(icountry[i],PICK(ctry)); }
  for(int i=0;i<2000;i++) snprintf(lender[i],80,"%s%s%s %d",PICK(lp),(R(2)?" ":""),PICK(lm),i);
  s=seed^0xD1B54A32D192ED03ull;
  raw("deal_id,announced_on,issuer,issuer_country,instrument,tranche,currency,amount,coupon_pct,spread_bps,benchmark,maturity_on,sp_rating,moodys_rating,fitch_rating,market,balance_sheet,status,lender,commitment_amount,source_title,source_url,quote\n");
  uint64_t r=0,deal=0; char dk[32],ann[16],mat[16],amt[48],cam[48],cp[16],sb[16],q[512],url[160],title[160];
  while(r<rows){ deal++; sprintf(dk,"D%09llu",(unsigned long long)deal); double u=(rnd()>>11)*0x1.0p-53; int is=(int)(5000*u*u*u*0.999999); int ad=R(1420); ymd(ann,ad);
    const char*st=PICK(stat); int priv; const char*bs=R(4)?"on":"off"; int dcur=R(10);
    int src=R(100)<8?(int)R(2000)+1:0; // 8% of deals share one of 2000 round-up articles
    if(src){ sprintf(url,"https://news.example.com/roundup/%d",src); sprintf(title,"Weekly round-up no. %d",src);} else { sprintf(url,"https://www.example.org/%.4s/%.2s/ai-financing-%llu?ref=rss",ann,ann+5,(unsigned long long)deal); snprintf(title,160,"%s raises funds, sources say",issuer[is]); }
    { int n=0,k=4+R(24); for(int i=0;i<k;i++) n+=sprintf(q+n,"%s%s",i?" ":"",PICK(w)); if(R(10)==0) n+=sprintf(q+n,", \"as amended\""); if(R(200)==0) n+=sprintf(q+n,"\nsecond line"); if(R(5)==0) q[0]=0; }
    int nt=1+(R(3)==0)+(R(6)==0);
    for(int t=0;t<nt&&r<rows;t++){ const char*in=PICK(inst); priv=!strcmp(in,"private_credit")||!strcmp(in,"gpu_lease")||!strcmp(in,"vendor_financing")||R(6)==0;
      int sek=dcur==9; int style=sek?(R(2)?1:2):0; uint64_t a=((uint64_t)(1+R(400)))*2500000ull*100; if(R(3)==0) a+=R(100000000); if(R(50)==0) a*=10; money(amt,a,style);
      unsigned c=R(1200); if(R(5)==0) cp[0]=0; else sprintf(cp,sek?"%u,%02u":"%u.%02u",c/100+1,c%100); if(R(3)) sprintf(sb,"%u",25+R(900)); else sb[0]=0;
      ymd(mat,ad+365*(1+R(30))+R(300)); int rk=R(20); const char*fs=sp[rk]; const char*ms=mo[rk>0&&R(4)==0?rk-1:rk]; const char*ff=R(2)?sp[rk]:"";
      const char*bm=PICK(bench); int nl=1+R(3); if(R(20)==0) nl+=R(6); uint64_t left=a;
      int used=R(2000);
      for(int l=0;l<nl&&r<rows;l++){ uint64_t ca=l==nl-1?left:left/(2+R(3)); left-=ca; money(cam,ca,style); used=(used+1+R(150))%2000;
        raw(dk);raw(",");raw(ann);raw(",");fld(issuer[is]);raw(",");raw(icountry[is]);raw(",");raw(in);raw(",");{char tt[4]={'A'+t,0};raw(tt);}raw(",");raw(cur[dcur]);raw(",");fld(amt);raw(",");fld(cp);raw(",");raw(sb);raw(",");raw(bm);raw(",");raw(mat);raw(",");raw(fs);raw(",");raw(ms);raw(",");raw(ff);raw(",");raw(priv?"private":"public");raw(",");raw(bs);raw(",");raw(st);raw(",");fld(lender[used]);raw(",");fld(cam);raw(",");fld(title);raw(",");raw(url);raw(",");fld(q);raw("\n"); r++; }
    } }
  fwrite(buf,1,bn,stdout); fprintf(stderr,"rows=%llu deals=%llu\n",(unsigned long long)r,(unsigned long long)deal); return 0; }
