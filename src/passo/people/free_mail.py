"""Mail providers where anybody may have an address: their domain says nothing about a firm."""

FREE_MAIL = frozenset(
    """
    gmail.com googlemail.com outlook.com outlook.it outlook.de outlook.es outlook.fr outlook.at
    hotmail.com hotmail.it hotmail.de hotmail.es hotmail.fr hotmail.co.uk live.com live.it
    live.de live.co.uk live.fr live.nl live.be msn.com passport.com windowslive.com yahoo.com
    yahoo.it yahoo.de yahoo.es yahoo.fr yahoo.co.uk yahoo.at yahoo.com.br yahoo.com.mx
    yahoo.com.ar ymail.com rocketmail.com icloud.com me.com mac.com aol.com aol.de aol.it
    aim.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io
    tuta.com mail.com email.com usa.com gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.es gmx.it
    web.de t-online.de freenet.de arcor.de online.de 1und1.de posteo.de posteo.net mailbox.org
    vodafone.de vodafonemail.de kabelmail.de unitybox.de unity-mail.de ewetel.net netcologne.de
    ok.de email.de mein.gmx magenta.de o2mail.de o2online.de aon.at chello.at a1.net a1.at
    inode.at bluewin.ch sunrise.ch hispeed.ch swissonline.ch libero.it virgilio.it tiscali.it
    alice.it tin.it tim.it inwind.it iol.it blu.it giallo.it email.it fastwebnet.it
    fastwebmail.it teletu.it tele2.it vodafone.it poste.it katamail.com supereva.it aruba.it
    pec.it legalmail.it postecert.it arubapec.it interfree.it infinito.it libero.com
    tiscalinet.it wind.it telefonica.net movistar.es terra.es terra.com ono.com orange.es
    jazztel.es wanadoo.es ya.com euskalnet.net latinmail.com hotmail.com.ar hotmail.com.mx
    prodigy.net.mx uol.com.br bol.com.br terra.com.br ig.com.br orange.fr wanadoo.fr free.fr
    sfr.fr laposte.net neuf.fr bbox.fr numericable.fr club-internet.fr aliceadsl.fr skynet.be
    telenet.be proximus.be scarlet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl
    upcmail.nl chello.nl casema.nl quicknet.nl btinternet.com sky.com virginmedia.com
    ntlworld.com talktalk.net blueyonder.co.uk tiscali.co.uk btopenworld.com plusnet.com
    o2.co.uk eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net
    charter.net earthlink.net juno.com netzero.net optonline.net roadrunner.com rr.com
    frontier.com windstream.net rogers.com shaw.ca sympatico.ca bell.net telus.net videotron.ca
    bigpond.com optusnet.com.au fastmail.com fastmail.fm hey.com zoho.com zohomail.com
    zohomail.eu yandex.com yandex.ru ya.ru mail.ru bk.ru inbox.ru list.ru rambler.ru ukr.net
    i.ua seznam.cz centrum.cz email.cz post.cz azet.sk zoznam.sk wp.pl o2.pl onet.pl onet.eu
    interia.pl interia.eu op.pl poczta.onet.pl gazeta.pl tlen.pl freemail.hu citromail.hu abv.bg
    mail.bg inbox.lv inbox.lt mail.ee hot.ee online.no telia.com tele2.se bredband.net comhem.se
    spray.se online.ee sapo.pt clix.pt netcabo.pt mail.telepac.pt iol.pt otenet.gr hol.gr in.gr
    qq.com 163.com 126.com sina.com sohu.com foxmail.com naver.com hanmail.net daum.net
    rediffmail.com nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp users.noreply.github.com
    privaterelay.appleid.com
    """.split()  # noqa: SIM905 -- a list to read, not three hundred quotes
)
