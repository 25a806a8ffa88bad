<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>alias</name>
    <message>
        <source>Otter</source>
        <translation>수달</translation>
    </message>
    <message>
        <source>Fox</source>
        <translation>여우</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation>토끼</translation>
    </message>
    <message>
        <source>Deer</source>
        <translation>사슴</translation>
    </message>
    <message>
        <source>Owl</source>
        <translation>부엉이</translation>
    </message>
    <message>
        <source>Whale</source>
        <translation>고래</translation>
    </message>
    <message>
        <source>Hedgehog</source>
        <translation>고슴도치</translation>
    </message>
    <message>
        <source>Squirrel</source>
        <translation>다람쥐</translation>
    </message>
    <message>
        <source>Penguin</source>
        <translation>펭귄</translation>
    </message>
    <message>
        <source>Koala</source>
        <translation>코알라</translation>
    </message>
    <message>
        <source>Panda</source>
        <translation>판다</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>고양이</translation>
    </message>
    <message>
        <source>Swan</source>
        <translation>백조</translation>
    </message>
    <message>
        <source>Turtle</source>
        <translation>거북이</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>물범</translation>
    </message>
    <message>
        <source>Bear</source>
        <translation>곰</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>다정한</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>환한</translation>
    </message>
    <message>
        <source>Curious</source>
        <translation>궁금한</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>차분한</translation>
    </message>
    <message>
        <source>Cheerful</source>
        <translation>명랑한</translation>
    </message>
    <message>
        <source>Brave</source>
        <translation>용감한</translation>
    </message>
    <message>
        <source>Dreamy</source>
        <translation>꿈꾸는</translation>
    </message>
    <message>
        <source>Honest</source>
        <translation>솔직한</translation>
    </message>
    <message>
        <source>Witty</source>
        <translation>재치 있는</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>따뜻한</translation>
    </message>
    <message>
        <source>Sunny</source>
        <translation>햇살 같은</translation>
    </message>
    <message>
        <source>Starry</source>
        <translation>별빛 같은</translation>
    </message>
    <message>
        <source>Breezy</source>
        <translation>산뜻한</translation>
    </message>
    <message>
        <source>Cozy</source>
        <translation>포근한</translation>
    </message>
    <message>
        <source>Lucky</source>
        <translation>행운의</translation>
    </message>
    <message>
        <source>Playful</source>
        <translation>장난스러운</translation>
    </message>
    <message>
        <source>Thoughtful</source>
        <translation>사려 깊은</translation>
    </message>
    <message>
        <source>Sparkling</source>
        <translation>반짝이는</translation>
    </message>
    <message>
        <source>Easygoing</source>
        <translation>느긋한</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>참을성 있는</translation>
    </message>
    <message>
        <source>Humming</source>
        <translation>콧노래하는</translation>
    </message>
    <message>
        <source>Strolling</source>
        <translation>산책하는</translation>
    </message>
    <message>
        <source>Smiling</source>
        <translation>미소 짓는</translation>
    </message>
    <message>
        <source>Moonlit</source>
        <translation>달빛 같은</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>mood, then animal</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>jjak</name>
    <message>
        <source>Please wait a moment and try again.</source>
        <translation>잠시 뒤에 다시 해 주세요.</translation>
    </message>
    <message numerus="yes">
        <source>Please try again in %n second(s).</source>
        <translation>
            <numerusform>%n초 뒤에 다시 해 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>This text is too long or too short. Please change it.</source>
        <translation>글이 너무 길거나 짧아요. 길이를 바꿔 주세요.</translation>
    </message>
    <message>
        <source>This text has characters that cannot be used here. Please remove them.</source>
        <translation>여기서 쓸 수 없는 문자가 있어요. 지우고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>The server did not accept this input. Please check it and try again.</source>
        <translation>서버가 입력한 내용을 받지 않았어요. 확인하고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>This program and the server do not understand each other. Please update Jjak.</source>
        <translation>프로그램과 서버의 버전이 맞지 않아요. Jjak을 업데이트해 주세요.</translation>
    </message>
    <message>
        <source>This server cannot do that. It may be older than your program.</source>
        <translation>이 서버에서는 할 수 없어요. 서버가 프로그램보다 오래된 버전일 수 있어요.</translation>
    </message>
    <message>
        <source>This is not possible at this moment. Please try again.</source>
        <translation>지금은 할 수 없어요. 다시 해 주세요.</translation>
    </message>
    <message>
        <source>The server and this program misunderstood each other. Please try again.</source>
        <translation>서버와 프로그램이 서로를 잘못 이해했어요. 다시 해 주세요.</translation>
    </message>
    <message>
        <source>Somebody already has this name. Please choose another one.</source>
        <translation>이미 누군가 쓰고 있는 이름이에요. 다른 이름을 골라 주세요.</translation>
    </message>
    <message>
        <source>This name has characters that are not allowed. Letters and digits always work.</source>
        <translation>이름에 쓸 수 없는 문자가 있어요. 글자와 숫자는 언제나 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Take at least 8 characters and nothing common.</source>
        <translation>너무 쉬운 비밀번호예요. 흔하지 않은 8자 이상으로 정해 주세요.</translation>
    </message>
    <message>
        <source>You are not old enough for this server yet.</source>
        <translation>아직 이 서버를 쓸 수 있는 나이가 아니에요.</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>먼저 로그인해 주세요.</translation>
    </message>
    <message>
        <source>Name or password is wrong. Please try again.</source>
        <translation>이름이나 비밀번호가 맞지 않아요. 다시 해 주세요.</translation>
    </message>
    <message>
        <source>This device was signed out. Please sign in again.</source>
        <translation>이 기기는 로그아웃됐어요. 다시 로그인해 주세요.</translation>
    </message>
    <message>
        <source>This device is no longer signed in.</source>
        <translation>이미 로그아웃된 기기예요.</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>이 계정으로는 할 수 없어요.</translation>
    </message>
    <message>
        <source>The server does not know this place. Please choose it again.</source>
        <translation>서버가 모르는 장소예요. 장소를 다시 골라 주세요.</translation>
    </message>
    <message>
        <source>Please answer the proposal first.</source>
        <translation>먼저 제안에 답해 주세요.</translation>
    </message>
    <message>
        <source>This proposal has ended. You can search again.</source>
        <translation>이 제안은 끝났어요. 다시 찾을 수 있어요.</translation>
    </message>
    <message>
        <source>This person is not blocked any more.</source>
        <translation>이미 차단이 풀린 상대예요.</translation>
    </message>
    <message>
        <source>You left this conversation too long ago to report it. You can write to the operator.</source>
        <translation>나온 지 오래된 대화방이라 신고할 수 없어요. 운영자에게 연락해 주세요.</translation>
    </message>
    <message>
        <source>There is nobody here to block or report.</source>
        <translation>여기에는 차단하거나 신고할 상대가 없어요.</translation>
    </message>
    <message>
        <source>You have left this conversation. You can read it but not write any more.</source>
        <translation>나온 대화방이에요. 읽을 수는 있지만 더 쓸 수는 없어요.</translation>
    </message>
    <message>
        <source>The other person has left. You can read the conversation but not write any more.</source>
        <translation>상대가 나갔어요. 대화를 읽을 수는 있지만 더 쓸 수는 없어요.</translation>
    </message>
    <message>
        <source>This message got mixed up with another one. Please send it again.</source>
        <translation>다른 메시지와 섞여서 보내지 못했어요. 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>Please wait for an answer before you write more.</source>
        <translation>상대가 답할 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>Links can be sent once the other person has answered.</source>
        <translation>링크는 상대가 답한 뒤에 보낼 수 있어요.</translation>
    </message>
    <message>
        <source>This conversation does not exist any more.</source>
        <translation>이제 없는 대화방이에요.</translation>
    </message>
    <message>
        <source>Many people are signing in right now.</source>
        <translation>지금 로그인하는 사람이 많아요.</translation>
    </message>
    <message>
        <source>That was a bit too fast.</source>
        <translation>조금 빨랐어요.</translation>
    </message>
    <message>
        <source>The server cannot be reached or cannot store anything right now.</source>
        <translation>지금은 서버에 연결할 수 없거나 서버가 저장할 수 없어요.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Please check your connection and the address.</source>
        <translation>서버에 연결할 수 없어요. 인터넷 연결과 주소를 확인해 주세요.</translation>
    </message>
    <message>
        <source>There is no server of this name. Please check the address.</source>
        <translation>그런 이름의 서버가 없어요. 주소를 확인해 주세요.</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was sent. Please check the address or ask its operator.</source>
        <translation>서버를 믿을 수 있는지 확인하지 못해서 아무것도 보내지 않았어요. 주소를 확인하거나 운영자에게 물어보세요.</translation>
    </message>
    <message>
        <source>There is no Jjak server at this address. Please check it.</source>
        <translation>이 주소에는 Jjak 서버가 없어요. 주소를 확인해 주세요.</translation>
    </message>
    <message>
        <source>The connection was lost. Jjak reconnects by itself.</source>
        <translation>연결이 끊겼어요. 자동으로 다시 연결해요.</translation>
    </message>
    <message>
        <source>You both said yes. Say hello!</source>
        <translation>둘 다 수락했어요. 인사를 건네 보세요!</translation>
    </message>
    <message>
        <source>You said no. You will not be put together again soon.</source>
        <translation>거절했어요. 당분간 이 사람과 다시 이어지지 않아요.</translation>
    </message>
    <message>
        <source>It did not work out this time. You are at the front of the queue again.</source>
        <translation>이번에는 이어지지 않았어요. 다시 대기 맨 앞에서 기다려요.</translation>
    </message>
    <message>
        <source>You did not answer in time, so the search has stopped. You can search again.</source>
        <translation>제때 답하지 않아서 찾기를 멈췄어요. 다시 찾을 수 있어요.</translation>
    </message>
    <message>
        <source>The other person did not answer in time. You are at the front of the queue again.</source>
        <translation>상대가 제때 답하지 않았어요. 다시 대기 맨 앞에서 기다려요.</translation>
    </message>
    <message>
        <source>You stopped searching. You can search again.</source>
        <translation>찾기를 그만뒀어요. 언제든 다시 찾을 수 있어요.</translation>
    </message>
    <message>
        <source>The other person is gone. You are at the front of the queue again.</source>
        <translation>상대가 떠났어요. 다시 대기 맨 앞에서 기다려요.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>로그아웃했어요.</translation>
    </message>
    <message>
        <source>This device was signed out from elsewhere. Sign in again to go on.</source>
        <translation>다른 곳에서 이 기기를 로그아웃했어요. 계속하려면 다시 로그인해 주세요.</translation>
    </message>
    <message>
        <source>Jjak was opened a second time on this device. You can go on here instead.</source>
        <translation>이 기기에서 Jjak을 하나 더 열었어요. 여기서 이어서 쓸 수도 있어요.</translation>
    </message>
    <message>
        <source>Your sign-in has expired. Please sign in again.</source>
        <translation>로그인이 만료됐어요. 다시 로그인해 주세요.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in the keyring of your desktop.</source>
        <translation>로그인 정보는 데스크톱 키링에 보관해요.</translation>
    </message>
    <message>
        <source>There is no usable keyring, so your sign-in is kept in a file that only your user can read. It is not encrypted.</source>
        <translation>쓸 수 있는 키링이 없어서, 로그인 정보를 이 사용자만 읽을 수 있는 파일에 보관해요. 암호화되지는 않아요.</translation>
    </message>
    <message>
        <source>Your sign-in is not kept: you will have to sign in again after the next start.</source>
        <translation>로그인 정보를 보관하지 않아요. 다음에 시작하면 다시 로그인해야 해요.</translation>
    </message>
    <message>
        <source>You left the conversation.</source>
        <translation>대화방에서 나왔어요.</translation>
    </message>
    <message>
        <source>The other person left the conversation.</source>
        <translation>상대가 대화방에서 나갔어요.</translation>
    </message>
    <message>
        <source>%1 left the conversation.</source>
        <translation>%1 님이 대화방에서 나갔어요.</translation>
    </message>
    <message>
        <source>Something happened here that this version of Jjak cannot show. Please update it.</source>
        <translation>이 버전에서는 볼 수 없는 내용이에요. Jjak을 업데이트해 주세요.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>연결 중…</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation>새로 고치는 중…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>in the same area</source>
        <translation>같은 동네</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>어디든지</translation>
    </message>
    <message>
        <source>within %1 km</source>
        <translation>%1 km 이내</translation>
    </message>
    <message>
        <source>in the same area as you</source>
        <translation>같은 동네</translation>
    </message>
    <message>
        <source>far away</source>
        <translation>먼 곳</translation>
    </message>
    <message>
        <source>less than %1 km away</source>
        <translation>%1 km 이내</translation>
    </message>
    <message>
        <source>a few people are waiting</source>
        <translation>몇 명이 기다리고 있어요</translation>
    </message>
    <message>
        <source>more than 10 people are waiting</source>
        <translation>10명 넘게 기다리고 있어요</translation>
    </message>
    <message>
        <source>more than 50 people are waiting</source>
        <translation>50명 넘게 기다리고 있어요</translation>
    </message>
    <message>
        <source>Harassment or insults</source>
        <translation>괴롭힘이나 욕설</translation>
    </message>
    <message>
        <source>Spam or fraud</source>
        <translation>스팸이나 사기</translation>
    </message>
    <message>
        <source>Seems to be under age</source>
        <translation>미성년자로 보임</translation>
    </message>
    <message>
        <source>Threats or violence</source>
        <translation>협박이나 폭력</translation>
    </message>
    <message>
        <source>Unwanted sexual content</source>
        <translation>원치 않는 성적인 내용</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>그 밖의 이유</translation>
    </message>
    <message>
        <source>Blind date · %1</source>
        <comment>title of an event, or a day</comment>
        <translation>블라인드 데이트 · %1</translation>
    </message>
    <message>
        <source>Open Jjak and take a seat. The doors open a little earlier.</source>
        <translation>짝을 열고 자리에 앉으세요. 입장은 조금 더 일찍 시작돼요.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영 인사</translation>
    </message>
    <message>
        <source>First impression</source>
        <translation>첫인상</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>주제</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Arrow</source>
        <comment>the phase of a blind date in which everybody points one</comment>
        <translation>화살</translation>
    </message>
    <message>
        <source>Reveal</source>
        <comment>the phase of a blind date in which arrows are shown</comment>
        <translation>결과 공개</translation>
    </message>
    <message>
        <source>Farewell</source>
        <translation>작별 인사</translation>
    </message>
    <message>
        <source>Over</source>
        <comment>a blind date</comment>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Topic %1 of %2</source>
        <translation>주제 %1/%2</translation>
    </message>
    <message>
        <source>Talk %1 of %2</source>
        <translation>대화 %1/%2</translation>
    </message>
    <message>
        <source>here</source>
        <comment>a seat of a blind date</comment>
        <translation>자리에 있음</translation>
    </message>
    <message>
        <source>away for a moment</source>
        <comment>a seat of a blind date</comment>
        <translation>잠시 자리 비움</translation>
    </message>
    <message>
        <source>has left</source>
        <comment>a seat of a blind date</comment>
        <translation>나감</translation>
    </message>
    <message>
        <source>The event is over, and there were not enough people for another date. Thank you for waiting!</source>
        <translation>행사가 끝났고, 한 자리를 더 열 만큼 사람이 모이지 않았어요. 기다려 주셔서 고마워요!</translation>
    </message>
    <message>
        <source>You were away for too long, so you are not waiting any more. You can join again.</source>
        <translation>오래 자리를 비워서 대기가 끝났어요. 다시 참여할 수 있어요.</translation>
    </message>
    <message numerus="yes">
        <source>The host is speaking. You can write in %n second(s).</source>
        <translation>
            <numerusform>진행자가 말하고 있어요. %n초 뒤에 쓸 수 있어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That was a lot at once. You can write again in %n second(s).</source>
        <translation>
            <numerusform>한꺼번에 많이 보냈어요. %n초 뒤에 다시 쓸 수 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>The doors are not open yet. You can join then: %1.</source>
        <comment>a countdown: in 2 h 5 min</comment>
        <translation>아직 입장 시간이 아니에요. 참여할 수 있을 때까지: %1.</translation>
    </message>
    <message>
        <source>Nobody can say yet how long it takes.</source>
        <translation>얼마나 걸릴지 아직 알 수 없어요.</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1분 이내</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>약 %n분</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 h %2 min</source>
        <comment>hours and minutes until something begins</comment>
        <translation>%1시간 %2분 뒤</translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <comment>until something begins</comment>
        <translation>
            <numerusform>%n분 뒤</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>minutes, then seconds</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <comment>a day, from, until</comment>
        <translation>%1 %2 – %3</translation>
    </message>
    <message>
        <source>%1 (%2 %3)</source>
        <comment>when it is here, then the time and the time zone where it was planned</comment>
        <translation>%1 (%3 %2)</translation>
    </message>
    <message>
        <source>This is your own seat. Please choose somebody else, or nobody.</source>
        <translation>내 자리예요. 다른 사람을 고르거나, 아무도 고르지 않아도 돼요.</translation>
    </message>
    <message>
        <source>This person has left. Please choose somebody else, or nobody.</source>
        <translation>이미 나간 분이에요. 다른 사람을 고르거나, 아무도 고르지 않아도 돼요.</translation>
    </message>
    <message>
        <source>Nobody sits there. Please choose another seat, or nobody.</source>
        <translation>빈자리예요. 다른 자리를 고르거나, 아무도 고르지 않아도 돼요.</translation>
    </message>
    <message>
        <source>The host is speaking. You can go on writing afterwards.</source>
        <translation>진행자가 말하고 있어요. 끝나면 이어서 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>That was a lot at once. Please read along for a minute.</source>
        <translation>한꺼번에 많이 보냈어요. 잠시 읽기만 해 주세요.</translation>
    </message>
    <message>
        <source>This event does not exist any more.</source>
        <translation>이제 없는 행사예요.</translation>
    </message>
    <message>
        <source>The doors of this event are not open yet. Please come back a little later.</source>
        <translation>아직 입장 시간이 아니에요. 조금 뒤에 다시 와 주세요.</translation>
    </message>
    <message>
        <source>This event is over. You can come to the next one.</source>
        <translation>끝난 행사예요. 다음 행사에 참여할 수 있어요.</translation>
    </message>
    <message>
        <source>This script cannot be played. Please check it: %1 (%2).</source>
        <comment>what is wrong, and in which line</comment>
        <translation>이 대본은 진행할 수 없어요. 확인해 주세요: %1 (%2).</translation>
    </message>
    <message>
        <source>The host does not speak this language here. You can choose another one.</source>
        <translation>이 진행자는 이 언어를 쓰지 않아요. 다른 언어를 고를 수 있어요.</translation>
    </message>
    <message>
        <source>You are in another blind date already. Please leave it first.</source>
        <translation>이미 다른 블라인드 데이트에 있어요. 먼저 거기서 나와 주세요.</translation>
    </message>
    <message>
        <source>You have no seat in this date.</source>
        <translation>이 자리에 앉아 있지 않아요.</translation>
    </message>
    <message>
        <source>It is too late or too early for that. The date goes on without it.</source>
        <translation>지금은 할 수 없어요. 데이트는 그대로 이어져요.</translation>
    </message>
    <message>
        <source>The time to say yes is over.</source>
        <translation>답할 수 있는 시간이 지났어요.</translation>
    </message>
    <message>
        <source>This command was run again or dropped already.</source>
        <translation>이 명령은 이미 다시 실행되었거나 지워졌어요.</translation>
    </message>
    <message>
        <source>This server cannot read that command any more.</source>
        <translation>이 서버는 그 명령을 더 이상 읽을 수 없어요.</translation>
    </message>
    <message>
        <source>Nobody here has this name.</source>
        <translation>이 이름을 쓰는 사람이 없어요.</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n일 뒤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a quote: who wrote it, and what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This message does not exist any more.</source>
        <translation>이제 없는 메시지예요.</translation>
    </message>
    <message>
        <source>Only your own messages can be edited or deleted.</source>
        <translation>내가 쓴 메시지만 수정하거나 삭제할 수 있어요.</translation>
    </message>
    <message>
        <source>This message has as many different reactions as it can have. You can join one of them.</source>
        <translation>이 메시지에는 더 이상 새로운 반응을 남길 수 없어요. 이미 있는 반응은 함께 누를 수 있어요.</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>삭제된 메시지예요</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>누군가</translation>
    </message>
    <message>
        <source>You created the group.</source>
        <translation>모임을 만들었어요.</translation>
    </message>
    <message>
        <source>%1 created the group.</source>
        <translation>%1 님이 모임을 만들었어요.</translation>
    </message>
    <message>
        <source>You joined the group.</source>
        <translation>모임에 들어왔어요.</translation>
    </message>
    <message>
        <source>%1 joined the group.</source>
        <translation>%1 님이 모임에 들어왔어요.</translation>
    </message>
    <message>
        <source>You left the group.</source>
        <translation>모임에서 나왔어요.</translation>
    </message>
    <message>
        <source>%1 left the group.</source>
        <translation>%1 님이 모임에서 나갔어요.</translation>
    </message>
    <message>
        <source>You removed %1 from the group.</source>
        <translation>%1 님을 모임에서 내보냈어요.</translation>
    </message>
    <message>
        <source>%1 removed you from the group.</source>
        <translation>%1 님이 나를 모임에서 내보냈어요.</translation>
    </message>
    <message>
        <source>%1 removed %2 from the group.</source>
        <translation>%1 님이 %2 님을 모임에서 내보냈어요.</translation>
    </message>
    <message>
        <source>You banned %1 from the group.</source>
        <translation>%1 님을 차단하고 모임에서 내보냈어요.</translation>
    </message>
    <message>
        <source>%1 banned you from the group.</source>
        <translation>%1 님이 나를 차단하고 모임에서 내보냈어요.</translation>
    </message>
    <message>
        <source>%1 banned %2 from the group.</source>
        <translation>%1 님이 %2 님을 차단하고 모임에서 내보냈어요.</translation>
    </message>
    <message>
        <source>You lifted the ban on %1.</source>
        <translation>%1 님의 차단을 풀었어요.</translation>
    </message>
    <message>
        <source>%1 lifted the ban on you.</source>
        <translation>%1 님이 내 차단을 풀었어요.</translation>
    </message>
    <message>
        <source>%1 lifted the ban on %2.</source>
        <translation>%1 님이 %2 님의 차단을 풀었어요.</translation>
    </message>
    <message>
        <source>You let %1 write again.</source>
        <translation>%1 님이 다시 쓸 수 있게 했어요.</translation>
    </message>
    <message>
        <source>%1 lets you write again.</source>
        <translation>%1 님이 내가 다시 쓸 수 있게 했어요.</translation>
    </message>
    <message>
        <source>%1 lets %2 write again.</source>
        <translation>%1 님이 %2 님이 다시 쓸 수 있게 했어요.</translation>
    </message>
    <message>
        <source>You muted %1 until %2.</source>
        <translation>%2까지 %1 님이 쓸 수 없게 했어요.</translation>
    </message>
    <message>
        <source>%1 muted you until %2.</source>
        <translation>%1 님이 %2까지 내가 쓸 수 없게 했어요.</translation>
    </message>
    <message>
        <source>%1 muted %2 until %3.</source>
        <translation>%1 님이 %3까지 %2 님이 쓸 수 없게 했어요.</translation>
    </message>
    <message>
        <source>You made %1 a moderator.</source>
        <translation>%1 님을 관리자로 정했어요.</translation>
    </message>
    <message>
        <source>%1 made you a moderator.</source>
        <translation>%1 님이 나를 관리자로 정했어요.</translation>
    </message>
    <message>
        <source>%1 made %2 a moderator.</source>
        <translation>%1 님이 %2 님을 관리자로 정했어요.</translation>
    </message>
    <message>
        <source>You let %1 only read from now on.</source>
        <translation>이제 %1 님은 읽기만 할 수 있어요.</translation>
    </message>
    <message>
        <source>%1 lets you only read from now on.</source>
        <translation>%1 님이 이제 내가 읽기만 할 수 있게 했어요.</translation>
    </message>
    <message>
        <source>%1 lets %2 only read from now on.</source>
        <translation>%1 님이 이제 %2 님이 읽기만 할 수 있게 했어요.</translation>
    </message>
    <message>
        <source>You made %1 an ordinary member.</source>
        <translation>%1 님을 일반 회원으로 정했어요.</translation>
    </message>
    <message>
        <source>%1 made you an ordinary member.</source>
        <translation>%1 님이 나를 일반 회원으로 정했어요.</translation>
    </message>
    <message>
        <source>%1 made %2 an ordinary member.</source>
        <translation>%1 님이 %2 님을 일반 회원으로 정했어요.</translation>
    </message>
    <message>
        <source>You are the owner of the group now.</source>
        <translation>이제 내가 모임의 주인이에요.</translation>
    </message>
    <message>
        <source>%1 is the owner of the group now.</source>
        <translation>이제 %1 님이 모임의 주인이에요.</translation>
    </message>
    <message>
        <source>You renamed the group to “%1”.</source>
        <translation>모임 이름을 “%1”(으)로 바꿨어요.</translation>
    </message>
    <message>
        <source>%1 renamed the group to “%2”.</source>
        <translation>%1 님이 모임 이름을 “%2”(으)로 바꿨어요.</translation>
    </message>
    <message>
        <source>You turned slow mode off.</source>
        <translation>느린 대화를 껐어요.</translation>
    </message>
    <message>
        <source>%1 turned slow mode off.</source>
        <translation>%1 님이 느린 대화를 껐어요.</translation>
    </message>
    <message numerus="yes">
        <source>You turned slow mode on: one message every %n second(s).</source>
        <translation>
            <numerusform>느린 대화를 켰어요. %n초에 메시지 하나씩 보낼 수 있어요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 turned slow mode on: one message every %n second(s).</source>
        <translation>
            <numerusform>%1 님이 느린 대화를 켰어요. %n초에 메시지 하나씩 보낼 수 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>You turned disappearing messages off.</source>
        <translation>사라지는 메시지를 껐어요.</translation>
    </message>
    <message>
        <source>%1 turned disappearing messages off.</source>
        <translation>%1 님이 사라지는 메시지를 껐어요.</translation>
    </message>
    <message>
        <source>You made new messages disappear after %1.</source>
        <translation>새 메시지는 %1 뒤에 사라지게 했어요.</translation>
    </message>
    <message>
        <source>%1 made new messages disappear after %2.</source>
        <translation>%1 님이 새 메시지가 %2 뒤에 사라지게 했어요.</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <comment>its caption</comment>
        <translation>사진: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <comment>its caption or name</comment>
        <translation>파일: %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>off</source>
        <comment>disappearing messages</comment>
        <translation>끔</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7일</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30일</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>주인</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>읽기만</translation>
    </message>
    <message>
        <source>active now</source>
        <translation>접속 중</translation>
    </message>
    <message>
        <source>away</source>
        <translation>자리 비움</translation>
    </message>
    <message>
        <source>active recently</source>
        <translation>최근 접속</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>빈 파일이에요. 다른 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>A moderator has muted you for a while. You can read along until then.</source>
        <translation>관리자가 잠시 쓸 수 없게 했어요. 그때까지 읽을 수는 있어요.</translation>
    </message>
    <message>
        <source>Slow mode is on. Please wait a little before your next message.</source>
        <translation>느린 대화가 켜져 있어요. 잠시 기다렸다가 보내 주세요.</translation>
    </message>
    <message>
        <source>You can read here but not write.</source>
        <translation>여기서는 읽을 수만 있어요.</translation>
    </message>
    <message>
        <source>Your role in this group does not allow that. Please ask a moderator.</source>
        <translation>이 모임에서 맡은 역할로는 할 수 없어요. 관리자에게 부탁해 주세요.</translation>
    </message>
    <message>
        <source>This does not exist in conversations of this kind.</source>
        <translation>이런 대화에는 없는 기능이에요.</translation>
    </message>
    <message>
        <source>This group is full. Somebody has to leave before others can join.</source>
        <translation>모임이 꽉 찼어요. 누군가 나가야 들어올 수 있어요.</translation>
    </message>
    <message>
        <source>This person was banned from the group. A moderator can lift the ban.</source>
        <translation>모임에서 차단된 사람이에요. 관리자가 차단을 풀 수 있어요.</translation>
    </message>
    <message>
        <source>This person is not in the group any more.</source>
        <translation>이제 모임에 없는 사람이에요.</translation>
    </message>
    <message>
        <source>This invitation is not valid any more. You can ask for another one.</source>
        <translation>이제 쓸 수 없는 초대예요. 다시 초대해 달라고 해 보세요.</translation>
    </message>
    <message>
        <source>Too many invitations are waiting. Please try again when some have been answered.</source>
        <translation>답을 기다리는 초대가 너무 많아요. 몇 개 답이 온 뒤에 다시 해 주세요.</translation>
    </message>
    <message>
        <source>You can send images and files once they have written back.</source>
        <translation>상대가 답을 하면 사진과 파일을 보낼 수 있어요.</translation>
    </message>
    <message>
        <source>This file is too large. Please send a smaller one.</source>
        <translation>파일이 너무 커요. 더 작은 파일을 보내 주세요.</translation>
    </message>
    <message>
        <source>Your files take all the space they may. Please delete some first.</source>
        <translation>내 파일이 쓸 수 있는 공간을 다 썼어요. 먼저 몇 개를 지워 주세요.</translation>
    </message>
    <message>
        <source>This image cannot be shown. Please send a JPEG, PNG or WebP that is not damaged.</source>
        <translation>보여 줄 수 없는 사진이에요. 망가지지 않은 JPEG, PNG, WebP를 보내 주세요.</translation>
    </message>
    <message>
        <source>This file does not exist any more.</source>
        <translation>이제 없는 파일이에요.</translation>
    </message>
    <message>
        <source>This upload was given up. Please send the file again.</source>
        <translation>보내기가 중단됐어요. 파일을 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>A part of the file did not arrive. Please send it again.</source>
        <translation>파일 일부가 도착하지 않았어요. 다시 보내 주세요.</translation>
    </message>
    <message>
        <source>Too many files are being sent. Please wait until one has arrived.</source>
        <translation>보내는 파일이 너무 많아요. 하나가 도착할 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>A post is worth (1 + people) × ½^(age ÷ half-life). People are those who liked it or commented on it: each once, the author never, and only if their account was at least %1 days old at that moment. The half-life is %2 hours under “Today” and %3 hours under “This week”. At most %4 posts of one author stand in a list. Nothing else counts.</source>
        <translation>글의 점수는 (1 + 사람 수) × ½^(지난 시간 ÷ 반감기)예요. 사람 수는 좋아요나 댓글을 남긴 사람을 한 번씩만 세고, 글쓴이는 빼며, 그때 계정을 만든 지 %1일이 지난 사람만 세요. 반감기는 ‘오늘’은 %2시간, ‘이번 주’는 %3시간이에요. 한 사람의 글은 목록에 %4개까지만 올라가요. 다른 것은 세지 않아요.</translation>
    </message>
    <message>
        <source>Your name in the lounge stands beside everything you write there, also beside what you have written before.</source>
        <translation>라운지 이름은 거기서 쓰는 모든 글 옆에 보여요. 전에 쓴 글에도요.</translation>
    </message>
    <message>
        <source>Everybody in the lounge can see your line, your languages and your interests.</source>
        <translation>한 줄 소개와 언어, 관심사는 라운지의 모두가 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Nobody there can see the name you sign in with, your chats, your dates, your age or where you are.</source>
        <translation>로그인 이름, 대화, 데이트, 나이, 위치는 거기서 아무도 볼 수 없어요.</translation>
    </message>
    <message>
        <source>Others see how many people like or read something, never who.</source>
        <translation>몇 명이 좋아하고 읽었는지만 보이고, 누구인지는 보이지 않아요.</translation>
    </message>
    <message>
        <source>Your posts may stand among the most read of the week.</source>
        <translation>내 글이 이번 주 많이 읽은 글에 오를 수 있어요.</translation>
    </message>
    <message>
        <source>Your posts never stand among the most read of the week.</source>
        <translation>내 글은 이번 주 많이 읽은 글에 오르지 않아요.</translation>
    </message>
    <message>
        <source>The table is open. It is about: %1</source>
        <translation>테이블이 열렸어요. 주제: %1</translation>
    </message>
    <message>
        <source>You gave the table another topic: %1</source>
        <translation>테이블 주제를 바꿨어요: %1</translation>
    </message>
    <message>
        <source>%1 gave the table another topic: %2</source>
        <translation>%1 님이 테이블 주제를 바꿨어요: %2</translation>
    </message>
    <message>
        <source>You sat down at the table.</source>
        <translation>테이블에 앉았어요.</translation>
    </message>
    <message>
        <source>%1 sat down at the table.</source>
        <translation>%1 님이 테이블에 앉았어요.</translation>
    </message>
    <message>
        <source>You left the table.</source>
        <translation>테이블에서 일어났어요.</translation>
    </message>
    <message>
        <source>%1 left the table.</source>
        <translation>%1 님이 테이블에서 일어났어요.</translation>
    </message>
    <message>
        <source>You removed %1 from the table.</source>
        <translation>%1 님을 테이블에서 내보냈어요.</translation>
    </message>
    <message>
        <source>%1 removed you from the table.</source>
        <translation>%1 님이 나를 테이블에서 내보냈어요.</translation>
    </message>
    <message>
        <source>%1 removed %2 from the table.</source>
        <translation>%1 님이 %2 님을 테이블에서 내보냈어요.</translation>
    </message>
    <message>
        <source>A post needs a title of at most %1 characters.</source>
        <translation>글에는 %1자 이내의 제목이 필요해요.</translation>
    </message>
    <message>
        <source>At most %1 tags, each of at most %2 letters, digits, “-” and “_”.</source>
        <translation>태그는 %1개까지, 하나에 글자·숫자·‘-’·‘_’ %2자까지예요.</translation>
    </message>
    <message>
        <source>This is your own; likes come from others.</source>
        <translation>내가 쓴 것이에요. 좋아요는 다른 사람이 눌러요.</translation>
    </message>
    <message>
        <source>Please choose a name for the lounge first.</source>
        <translation>먼저 라운지에서 쓸 이름을 정해 주세요.</translation>
    </message>
    <message>
        <source>In the lounge you need another name than the one you sign in with, so that nobody can tell who is who.</source>
        <translation>라운지에서는 로그인 이름과 다른 이름을 써 주세요. 그래야 누가 누구인지 알 수 없어요.</translation>
    </message>
    <message>
        <source>Only who wrote it can change it.</source>
        <translation>쓴 사람만 고칠 수 있어요.</translation>
    </message>
    <message>
        <source>This post does not exist any more.</source>
        <translation>이 글은 이제 없어요.</translation>
    </message>
    <message>
        <source>This comment does not exist any more.</source>
        <translation>이 댓글은 이제 없어요.</translation>
    </message>
    <message>
        <source>This table does not exist any more.</source>
        <translation>이 테이블은 이제 없어요.</translation>
    </message>
    <message>
        <source>This table has ended.</source>
        <translation>이 테이블은 끝났어요.</translation>
    </message>
    <message>
        <source>All seats of this table are taken. You can wait in line for one.</source>
        <translation>이 테이블은 자리가 다 찼어요. 줄을 서서 기다릴 수 있어요.</translation>
    </message>
    <message>
        <source>Too many people wait for a seat at this table. Please choose another one.</source>
        <translation>이 테이블은 기다리는 사람이 너무 많아요. 다른 테이블을 골라 주세요.</translation>
    </message>
    <message>
        <source>This is your own table.</source>
        <translation>내 테이블이에요.</translation>
    </message>
    <message>
        <source>Only the host of the table can do this.</source>
        <translation>테이블 주인장만 할 수 있어요.</translation>
    </message>
    <message>
        <source>You have another table at the same hour. You can come all the same.</source>
        <translation>같은 시간에 다른 테이블이 있어요. 그래도 참여할 수 있어요.</translation>
    </message>
    <message>
        <source>There is a table with this post already. Please close that one first.</source>
        <translation>이 글에는 이미 테이블이 있어요. 먼저 그 테이블을 닫아 주세요.</translation>
    </message>
    <message>
        <source>This person is not at the table any more.</source>
        <translation>이 사람은 이제 테이블에 없어요.</translation>
    </message>
    <message>
        <source>Coffee table · %1</source>
        <comment>its topic</comment>
        <translation>커피 테이블 · %1</translation>
    </message>
    <message>
        <source>Open Jjak: the table&apos;s room opens by itself at that time.</source>
        <translation>짝을 열어 두세요. 시간이 되면 테이블의 대화방이 저절로 열려요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::AttachDialog</name>
    <message>
        <source>Send as a &amp;file: unchanged, with everything that is in it</source>
        <translation>파일로 보내기(&amp;F): 담긴 정보를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Send a file</source>
        <translation>파일 보내기</translation>
    </message>
    <message>
        <source>A few words with it (optional)</source>
        <translation>함께 보낼 말 (선택)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>붙여 넣은 사진</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>file · size</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · goes without the place and time it was taken</source>
        <comment>image · size</comment>
        <translation>%1 · %2 · 찍은 곳과 시간은 빼고 보내요</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Badge</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>안 읽음 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::BirthEdit</name>
    <message>
        <source>%1</source>
        <comment>year of birth, as in 2001 or 2001년</comment>
        <translation>%1년</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>day of birth, as in 17 or 17일</comment>
        <translation>%1일</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>년</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>태어난 해</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>태어난 달</translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation>태어난 날</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::BusNotifier</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>읽음으로 표시</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::CalendarFile</name>
    <message>
        <source>Save the calendar entry</source>
        <translation>일정 저장</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>캘린더 (*.ics)</translation>
    </message>
    <message>
        <source>Saved. Open the file to put it into your calendar.</source>
        <translation>저장했어요. 파일을 열면 캘린더에 넣을 수 있어요.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>파일을 쓰지 못했어요: %1</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ChatsPage</name>
    <message>
        <source>Chats</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>대화 목록</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>아직 대화가 없어요</translation>
    </message>
    <message>
        <source>When you and somebody nearby both say yes, your conversation appears here.</source>
        <translation>가까이 있는 사람과 서로 수락하면 여기에 대화가 나타나요.</translation>
    </message>
    <message>
        <source>Search nearby</source>
        <translation>가까이에서 찾기</translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation>대화를 골라 주세요</translation>
    </message>
    <message>
        <source>Your conversations stand on the left. Ctrl+K finds one by name.</source>
        <translation>대화는 왼쪽에 있어요. Ctrl+K를 누르면 이름으로 찾을 수 있어요.</translation>
    </message>
    <message>
        <source>Search messages (Ctrl+Shift+F)</source>
        <translation>메시지 찾기 (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>새 모임</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Commands</name>
    <message>
        <source>Show Nearby</source>
        <translation>가까이 보기</translation>
    </message>
    <message>
        <source>Show the chats</source>
        <translation>대화 보기</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>설정 보기</translation>
    </message>
    <message>
        <source>Begin a new search</source>
        <translation>새로 찾기</translation>
    </message>
    <message>
        <source>Find a conversation or a command</source>
        <translation>대화나 명령 찾기</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>이전 대화</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>다음 대화</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation>안 읽은 이전 대화</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>안 읽은 다음 대화</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>창의 다음 영역</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>창의 이전 영역</translation>
    </message>
    <message>
        <source>Leave at once, then block or report</source>
        <translation>바로 나간 뒤 차단하거나 신고하기</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>글자 크기 원래대로</translation>
    </message>
    <message>
        <source>List of all keys</source>
        <translation>모든 단축키 보기</translation>
    </message>
    <message>
        <source>Quit Jjak</source>
        <translation>Jjak 끝내기</translation>
    </message>
    <message>
        <source>Show the blind date</source>
        <translation>블라인드 데이트 보기</translation>
    </message>
    <message>
        <source>Search in all conversations</source>
        <translation>모든 대화에서 찾기</translation>
    </message>
    <message>
        <source>Open a group</source>
        <translation>모임 만들기</translation>
    </message>
    <message>
        <source>Go through your latest conversations</source>
        <translation>최근 대화 차례로 보기</translation>
    </message>
    <message>
        <source>Go through your latest conversations backwards</source>
        <translation>최근 대화 거꾸로 보기</translation>
    </message>
    <message>
        <source>Mark everything as read</source>
        <translation>모두 읽음으로 표시</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창 닫기</translation>
    </message>
    <message>
        <source>Send the message; say yes to a proposal</source>
        <translation>메시지 보내기, 제안에 좋다고 하기</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>메시지에서 줄 바꾸기</translation>
    </message>
    <message>
        <source>Say no to a proposal</source>
        <translation>제안 거절하기</translation>
    </message>
    <message>
        <source>In an empty message: edit your last one</source>
        <translation>빈 칸에서: 마지막 메시지 고치기</translation>
    </message>
    <message>
        <source>Choose the message to reply to</source>
        <translation>답장할 메시지 고르기</translation>
    </message>
    <message>
        <source>Give up the reply or the edit</source>
        <translation>답장이나 고치기 그만두기</translation>
    </message>
    <message>
        <source>Choose an emoji; “:” and the beginning of its name does it, too</source>
        <translation>이모지 고르기. “:”와 이름 앞부분을 써도 돼요</translation>
    </message>
    <message>
        <source>Send an image or a file; Ctrl+V pastes one</source>
        <translation>사진이나 파일 보내기. Ctrl+V로 붙여 넣을 수 있어요</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>가장 새 메시지로</translation>
    </message>
    <message>
        <source>Older and newer messages</source>
        <translation>이전 메시지와 다음 메시지</translation>
    </message>
    <message>
        <source>Among the messages: what can be done with one</source>
        <translation>메시지 목록에서: 할 수 있는 일 보기</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>two keys</comment>
        <translation>%1 또는 %2</translation>
    </message>
    <message>
        <source>In a group: mention a member by the beginning of their name</source>
        <translation>모임에서: 이름 앞부분을 입력해 멤버 언급하기</translation>
    </message>
    <message>
        <source>Show the lounge</source>
        <translation>라운지 보기</translation>
    </message>
    <message>
        <source>Search in the conversation, or in the lounge</source>
        <translation>대화나 라운지에서 찾기</translation>
    </message>
    <message>
        <source>In the lounge: write a new post</source>
        <translation>라운지에서: 새 글 쓰기</translation>
    </message>
    <message>
        <source>In the lounge: like the post, or take it back</source>
        <translation>라운지에서: 글에 좋아요, 또는 취소</translation>
    </message>
    <message>
        <source>In the lounge: comment on the post</source>
        <translation>라운지에서: 글에 댓글 달기</translation>
    </message>
    <message>
        <source>In the lounge: search; look for new posts</source>
        <translation>라운지에서: 찾기, 새 글 보기</translation>
    </message>
    <message>
        <source>In the lounge: back to all posts</source>
        <translation>라운지에서: 모든 글로 돌아가기</translation>
    </message>
    <message>
        <source>In the lounge: post what you have written</source>
        <translation>라운지에서: 쓴 글 올리기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::CommentBox</name>
    <message>
        <source>Change your comment</source>
        <translation>댓글 고치기</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>댓글 쓰기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>댓글 달기</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n자 넘었어요</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n자 남았어요</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::CommentCard</name>
    <message>
        <source>%1 · demo</source>
        <comment>who · when</comment>
        <translation>%1 · 데모</translation>
    </message>
    <message>
        <source>Comment by %1</source>
        <translation>%1 님의 댓글</translation>
    </message>
    <message>
        <source>What to do with this comment</source>
        <translation>이 댓글로 할 일</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>지우기 …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>신고 …</translation>
    </message>
    <message>
        <source>Block …</source>
        <translation>차단 …</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Completion</name>
    <message>
        <source>%1, %2 of %3</source>
        <comment>an emoji or a name that is offered, its place, how many</comment>
        <translation>%1, %3개 중 %2번째</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Composer</name>
    <message>
        <source>Write a message</source>
        <translation>메시지 쓰기</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>보내기 (Enter)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1자 남음</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>메시지 수정</translation>
    </message>
    <message>
        <source>Cancel the edit (Esc)</source>
        <translation>수정 취소 (Esc)</translation>
    </message>
    <message>
        <source>Cancel the reply (Esc)</source>
        <translation>답장 취소 (Esc)</translation>
    </message>
    <message>
        <source>Send an image or a file (Ctrl+O)</source>
        <translation>사진이나 파일 보내기 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Emoji (Ctrl+E)</source>
        <translation>이모지 (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConnectionBar</name>
    <message>
        <source>No connection. What you wrote is kept and will be sent.</source>
        <translation>연결이 끊겼어요. 쓴 글은 보관했다가 연결되면 보내요.</translation>
    </message>
    <message>
        <source>No connection. You can read everything that is here.</source>
        <translation>연결이 끊겼어요. 여기 있는 내용은 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message numerus="yes">
        <source>Try now (%n s)</source>
        <translation>
            <numerusform>지금 시도 (%n초)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConversationFiles</name>
    <message>
        <source>Choose an image or a file</source>
        <translation>사진이나 파일 고르기</translation>
    </message>
    <message>
        <source>This image is not there any more.</source>
        <translation>이제 없는 사진이에요.</translation>
    </message>
    <message>
        <source>This file is not there any more.</source>
        <translation>이제 없는 파일이에요.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>파일 저장</translation>
    </message>
    <message>
        <source>Loading the file …</source>
        <translation>파일을 받는 중 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1(으)로 저장했어요.</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>보내기 취소</translation>
    </message>
    <message>
        <source>Show the image</source>
        <translation>사진 보기</translation>
    </message>
    <message>
        <source>Always show images in this conversation</source>
        <translation>이 대화의 사진은 항상 보기</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>저장 …</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConversationHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>Leave …</source>
        <translation>나가기 …</translation>
    </message>
    <message>
        <source>Block …</source>
        <translation>차단 …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>신고 …</translation>
    </message>
    <message>
        <source>Demo person</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>Can be read by you two, the server, and moderators after a report</source>
        <translation>두 사람과 서버, 그리고 신고하면 관리자도 볼 수 있어요</translation>
    </message>
    <message>
        <source>Can be read by everybody at this table, the server, and moderators after a report</source>
        <translation>이 자리의 모두와 서버가 읽을 수 있고, 신고하면 운영진도 읽을 수 있어요</translation>
    </message>
    <message>
        <source>What can be done here: search, notifications, leave, block, report</source>
        <translation>할 수 있는 일: 찾기, 알림, 나가기, 차단, 신고</translation>
    </message>
    <message>
        <source>Members …</source>
        <translation>회원 …</translation>
    </message>
    <message>
        <source>Search here …</source>
        <translation>여기서 찾기 …</translation>
    </message>
    <message>
        <source>No notifications from here</source>
        <translation>이 대화 알림 끄기</translation>
    </message>
    <message>
        <source>Messages disappear after</source>
        <translation>메시지가 사라지는 때</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages disappear after %1</source>
        <translation>메시지가 %1 뒤에 사라져요</translation>
    </message>
    <message>
        <source>Can be read by its members, the server, and moderators after a report</source>
        <translation>회원, 서버, 그리고 신고가 있으면 운영자가 읽을 수 있어요</translation>
    </message>
    <message>
        <source>The table: who sits there, keep it, thank, rename, close</source>
        <translation>테이블: 앉은 사람, 계속 두기, 고마움 전하기, 주제 바꾸기, 닫기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConversationView</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Wait until %1 has answered, then you can go on.</source>
        <translation>%1 님이 답하면 이어서 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>%1 is writing …</source>
        <translation>%1 님이 쓰고 있어요 …</translation>
    </message>
    <message>
        <source>This evening is over. It can still be read for a while.</source>
        <translation>이 만남은 끝났어요. 한동안 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Drop it here to send it</source>
        <translation>여기에 놓으면 보내요</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n초 남음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::DateRoomView</name>
    <message>
        <source>Who is here</source>
        <translation>함께하는 사람들</translation>
    </message>
    <message>
        <source>Leave …</source>
        <translation>나가기 …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L leaves at once</source>
        <translation>Ctrl+Shift+L을 누르면 바로 나가요</translation>
    </message>
    <message>
        <source>To the next blind date</source>
        <translation>다음 블라인드 데이트 보기</translation>
    </message>
    <message>
        <source>Blind date</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message>
        <source>The topic: %1</source>
        <translation>주제: %1</translation>
    </message>
    <message>
        <source>The evening is over. Until the next one!</source>
        <translation>오늘 만남이 끝났어요. 다음에 또 만나요!</translation>
    </message>
    <message>
        <source>Time to say goodbye</source>
        <translation>인사를 나눌 시간이에요</translation>
    </message>
    <message>
        <source>You can read this conversation until: %1. Then it is gone for everybody.</source>
        <translation>이 대화를 읽을 수 있는 기한: %1. 그 뒤에는 모두에게서 사라져요.</translation>
    </message>
    <message>
        <source>You can read this conversation for another day. Then it is gone for everybody.</source>
        <translation>이 대화는 하루 동안 읽을 수 있고, 그 뒤에는 모두에게서 사라져요.</translation>
    </message>
    <message>
        <source>Block %1 …</source>
        <translation>%1 차단 …</translation>
    </message>
    <message>
        <source>Report %1 …</source>
        <translation>%1 신고 …</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::DoorsView</name>
    <message>
        <source>Blind date</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message>
        <source>How an evening goes</source>
        <translation>이렇게 진행돼요</translation>
    </message>
    <message>
        <source>Sit down</source>
        <translation>자리에 앉아요</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>이야기해요</translation>
    </message>
    <message>
        <source>Point an arrow</source>
        <translation>화살을 보내요</translation>
    </message>
    <message>
        <source>Seven people, new names for everybody, and a host who leads you through.</source>
        <translation>일곱 명이 새 이름으로 만나고, 진행자가 처음부터 끝까지 이끌어요.</translation>
    </message>
    <message>
        <source>Three topics, a few minutes each. Nobody knows who you are.</source>
        <translation>세 가지 주제를 몇 분씩 나눠요. 내가 누구인지는 아무도 몰라요.</translation>
    </message>
    <message>
        <source>In secret, at one seat or at nobody. Only two arrows that meet are shown, and only to those two.</source>
        <translation>한 사람에게, 또는 아무에게도 보내지 않을 수 있어요. 서로를 향한 화살만, 그 두 사람에게만 보여요.</translation>
    </message>
    <message>
        <source>No blind date is planned yet</source>
        <translation>아직 예정된 블라인드 데이트가 없어요</translation>
    </message>
    <message>
        <source>When the next one is planned, it appears here by itself, and you can be reminded of it.</source>
        <translation>다음 일정이 잡히면 여기에 저절로 나타나고, 알림도 받을 수 있어요.</translation>
    </message>
    <message>
        <source>Read the last evening again</source>
        <translation>지난 만남 다시 읽기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::EmojiPicker</name>
    <message>
        <source>Choose an emoji</source>
        <translation>이모지 고르기</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>Search for an emoji by its name</source>
        <translation>이모지를 이름으로 찾기</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>이모지</translation>
    </message>
    <message>
        <source>No emoji of that name.</source>
        <translation>그런 이름의 이모지가 없어요.</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>최근에 쓴 것</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>얼굴</translation>
    </message>
    <message>
        <source>People and hands</source>
        <translation>사람과 손</translation>
    </message>
    <message>
        <source>Hearts and feelings</source>
        <translation>하트와 마음</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>동물과 자연</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>음식과 음료</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Places and travel</source>
        <translation>장소와 여행</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>물건</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>기호</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::EventCard</name>
    <message>
        <source>%1 your time (%2)</source>
        <comment>a time window · a time elsewhere</comment>
        <translation>내 시간으로 %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n seats at each table · %1</source>
        <comment>followed by languages</comment>
        <translation>
            <numerusform>한 테이블에 %n명 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>캘린더에 추가</translation>
    </message>
    <message>
        <source>It is on. Time left to take a seat:</source>
        <translation>진행 중이에요. 앞으로 앉을 수 있는 시간:</translation>
    </message>
    <message>
        <source>The doors are open. It begins in</source>
        <translation>입장이 시작됐어요. 시작까지</translation>
    </message>
    <message>
        <source>Begins in</source>
        <translation>시작까지</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만요 …</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>입장하기</translation>
    </message>
    <message>
        <source>I will be reminded</source>
        <translation>알림을 받아요</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>알림 받기</translation>
    </message>
    <message>
        <source>10 minutes and 1 minute before it begins, while Jjak is running</source>
        <translation>짝이 켜져 있으면 시작 10분 전과 1분 전에 알려 드려요</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::EventDialog</name>
    <message>
        <source>Plan an event</source>
        <translation>행사 열기</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy  HH:mm</source>
        <comment>a moment as Qt&apos;s format has it</comment>
        <translation>yyyy년 M월 d일 (ddd)  HH:mm</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>What everybody will read, for instance: Saturday evening</source>
        <translation>모두에게 보이는 이름이에요. 예: 토요일 저녁</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Until then people are seated. Dates that have begun go on to their end.</source>
        <translation>이때까지 자리에 앉을 수 있어요. 시작한 만남은 끝까지 이어져요.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Everybody sees the time in their own.</source>
        <translation>모두에게는 각자의 시간으로 보여요.</translation>
    </message>
    <message>
        <source>Seats of one date</source>
        <translation>한 테이블의 인원</translation>
    </message>
    <message>
        <source>Announce it</source>
        <translation>알리기</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>What the host plays</source>
        <translation>진행 대본</translation>
    </message>
    <message>
        <source>Choose a script file …</source>
        <translation>대본 파일 고르기 …</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>기본 대본으로</translation>
    </message>
    <message>
        <source>The server&apos;s own script</source>
        <translation>서버의 기본 대본</translation>
    </message>
    <message>
        <source>Choose a script file</source>
        <translation>대본 파일 고르기</translation>
    </message>
    <message>
        <source>Scripts (*.toml)</source>
        <translation>대본 (*.toml)</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>그런 시간대가 없어요.</translation>
    </message>
    <message>
        <source>This is not after the beginning.</source>
        <translation>시작보다 늦은 시각이어야 해요.</translation>
    </message>
    <message>
        <source>An event lasts 24 hours at most.</source>
        <translation>행사는 24시간을 넘을 수 없어요.</translation>
    </message>
    <message>
        <source>This is in the past.</source>
        <translation>이미 지난 시각이에요.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>읽을 수 없는 파일이에요.</translation>
    </message>
    <message>
        <source>This file is too long for a script.</source>
        <translation>대본으로 쓰기에는 너무 긴 파일이에요.</translation>
    </message>
    <message>
        <source>An event needs a title.</source>
        <translation>제목을 써 주세요.</translation>
    </message>
    <message>
        <source>This title is too long.</source>
        <translation>제목이 너무 길어요.</translation>
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation>언어를 하나 이상 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::EventWords</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>내일</translation>
    </message>
    <message>
        <source>ddd, d MMM</source>
        <comment>a day as Qt&apos;s format has it: Sat, 28 Nov</comment>
        <translation>M월 d일 (ddd)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, then a time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>when it begins – when it ends</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a time of day, then a time zone</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) %1 h</source>
        <translation>
            <numerusform>%n일 %1시간</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::GroupDialog</name>
    <message>
        <source>Invite people</source>
        <translation>초대하기</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>새 모임</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>모임 이름</translation>
    </message>
    <message>
        <source>You can invite people with whom you have a conversation. There is nobody yet.</source>
        <translation>대화하는 사람을 초대할 수 있어요. 아직 아무도 없어요.</translation>
    </message>
    <message>
        <source>Whoever you choose gets an invitation. They join when they accept it, and can then read everything that was written.</source>
        <translation>고른 사람에게 초대가 가요. 수락하면 들어오고, 지금까지의 대화도 모두 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>모임 만들기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>You can invite somebody who has written to you. One of these has not yet.</source>
        <translation>나에게 글을 쓴 사람만 초대할 수 있어요. 아직 쓰지 않은 사람이 있어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::HouseView</name>
    <message>
        <source>“%1” is announced to everybody.</source>
        <translation>‘%1’ 행사를 모두에게 알렸어요.</translation>
    </message>
    <message>
        <source>For operators</source>
        <translation>운영자용</translation>
    </message>
    <message>
        <source>Plan an event …</source>
        <translation>행사 열기 …</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>닫기 …</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 닫기</translation>
    </message>
    <message>
        <source>Nothing is planned.</source>
        <translation>예정된 행사가 없어요.</translation>
    </message>
    <message>
        <source>Close “%1”?</source>
        <translation>‘%1’ 행사를 닫을까요?</translation>
    </message>
    <message>
        <source>Nobody can enter any more, and people who wait are told so. Dates that have begun go on to their end. This cannot be undone.</source>
        <translation>더는 입장할 수 없고, 기다리던 분들께 알려요. 시작한 만남은 끝까지 이어져요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>Close the event</source>
        <translation>행사 닫기</translation>
    </message>
    <message>
        <source>The event is closed.</source>
        <translation>행사를 닫았어요.</translation>
    </message>
    <message>
        <source>You can plan events for everybody on this server. Nobody, you included, is ever shown an arrow.</source>
        <translation>이 서버의 모두를 위한 행사를 열 수 있어요. 화살은 운영자를 포함해 누구에게도 보이지 않아요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::HoverButton</name>
    <message>
        <source>What can be done with this message</source>
        <translation>이 메시지의 메뉴</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ImageViewer</name>
    <message>
        <source>Image</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Loading … %1 %</source>
        <translation>받는 중 … %1%</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞추기</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>돌리기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>저장 …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>받는 중 …</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했어요.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>저장했어요.</translation>
    </message>
    <message>
        <source>Save the image</source>
        <translation>사진 저장</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Picture %1 of %2: %3</source>
        <translation>사진 %2장 중 %1번째: %3</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::InvitationBar</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 invites you to “%2” (%3)</source>
        <comment>who · the group · how many members</comment>
        <translation>%1 님이 “%2” 모임에 초대했어요 (%3)</translation>
    </message>
    <message>
        <source>You are invited to “%1” (%2)</source>
        <comment>the group · how many members</comment>
        <translation>“%1” 모임에 초대받았어요 (%2)</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>들어가기</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>괜찮아요</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LanguageBox</name>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LeftDialog</name>
    <message>
        <source>You are out</source>
        <translation>나왔어요</translation>
    </message>
    <message>
        <source>Nothing more can reach you from there. Do you want to do more?</source>
        <translation>이제 그쪽에서는 아무것도 오지 않아요. 더 할 일이 있나요?</translation>
    </message>
    <message>
        <source>%1 cannot write to you there any more. Do you want to do more?</source>
        <translation>%1 님은 이제 여기로 글을 보낼 수 없어요. 더 할 일이 있나요?</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>차단(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>신고(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>없어요</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LikeButton</name>
    <message>
        <source>You wrote this yourself</source>
        <translation>내가 쓴 것이에요</translation>
    </message>
    <message>
        <source>You like this; press to take it back</source>
        <translation>좋아요를 눌렀어요. 다시 누르면 취소돼요</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>좋아요</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what a press does, how many like it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LinkDialog</name>
    <message>
        <source>Open the link?</source>
        <translation>링크를 열까요?</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>%1 링크를 열까요?</translation>
    </message>
    <message>
        <source>The browser will show this page, and its owner will see that somebody came. Open it only if you trust who sent it.</source>
        <translation>브라우저에서 이 페이지를 열면 페이지 주인이 누군가 다녀간 것을 알 수 있어요. 보낸 사람을 믿을 때만 여세요.</translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation>전체 주소</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>브라우저로 열기</translation>
    </message>
    <message>
        <source>The message shows it as %1. Letters of other scripts can look like ones you know.</source>
        <translation>메시지에는 %1(으)로 보여요. 다른 문자의 글자는 아는 글자와 비슷해 보일 수 있어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LobbyRing</name>
    <message numerus="yes">
        <source>%1 of %n seats are taken</source>
        <translation>
            <numerusform>%n자리 중 %1자리가 찼어요</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LobbyView</name>
    <message>
        <source>Leave the lobby (Esc)</source>
        <translation>대기실에서 나가기 (Esc)</translation>
    </message>
    <message>
        <source>You will get a new name for this evening. Nobody here learns who you are, unless two arrows meet.</source>
        <translation>이번 만남에서 쓸 새 이름을 받아요. 화살이 서로를 향하지 않는 한, 내가 누구인지 아무도 몰라요.</translation>
    </message>
    <message>
        <source>The table is filling up</source>
        <translation>자리가 차고 있어요</translation>
    </message>
    <message>
        <source>You are the first at this table</source>
        <translation>이 자리의 첫 번째 손님이에요</translation>
    </message>
    <message numerus="yes">
        <source>%n of you are here</source>
        <translation>
            <numerusform>지금 %n명이 모였어요</numerusform>
        </translation>
    </message>
    <message>
        <source>As it is now, it begins in %1. When the table is full, it begins at once.</source>
        <translation>지금 인원이면 %1 뒤에 시작해요. 자리가 다 차면 바로 시작해요.</translation>
    </message>
    <message numerus="yes">
        <source>From %n people on the evening can begin. When the table is full, it begins at once.</source>
        <translation>
            <numerusform>%n명부터 시작할 수 있어요. 자리가 다 차면 바로 시작해요.</numerusform>
        </translation>
    </message>
    <message>
        <source>When the table is full, it begins at once.</source>
        <translation>자리가 다 차면 바로 시작해요.</translation>
    </message>
    <message numerus="yes">
        <source>At the pace of the last minutes it is full in about %n minute(s).</source>
        <translation>
            <numerusform>지금 속도라면 약 %n분 뒤에 다 차요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LoungeBoard</name>
    <message>
        <source>%1, by %2, %3</source>
        <comment>title, author, how many like or read it</comment>
        <translation>%1, %2 님, %3</translation>
    </message>
    <message>
        <source>Trends of the day</source>
        <translation>오늘의 태그</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a tag, how many people</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>인기 글</translation>
    </message>
    <message>
        <source>Nothing yet. A like makes the beginning.</source>
        <translation>아직 없어요. 좋아요 하나면 시작돼요.</translation>
    </message>
    <message>
        <source>Most read this week</source>
        <translation>이번 주 많이 읽은 글</translation>
    </message>
    <message>
        <source>Only posts whose authors want it stand here.</source>
        <translation>원하는 사람의 글만 여기에 올라요.</translation>
    </message>
    <message>
        <source>Hosts of the week</source>
        <translation>이번 주의 주인장</translation>
    </message>
    <message>
        <source>Whom guests of tables thanked stands here, of those who want it.</source>
        <translation>테이블 손님들이 고마움을 전한 분들이에요. 원하는 분만 보여요.</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <comment>a name</comment>
        <translation>%1 (데모)</translation>
    </message>
    <message numerus="yes">
        <source>%n thanks</source>
        <comment>how many guests thanked</comment>
        <translation>
            <numerusform>고마움 %n번</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a host, how many guests thanked</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No tag stands out today.</source>
        <translation>오늘은 눈에 띄는 태그가 없어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LoungePage</name>
    <message>
        <source>Lounge</source>
        <translation>라운지</translation>
    </message>
    <message>
        <source>New</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>what is popular today</comment>
        <translation>오늘</translation>
    </message>
    <message>
        <source>This week</source>
        <comment>what is popular this week</comment>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>All posts, the newest first</source>
        <translation>모든 글, 최신순</translation>
    </message>
    <message>
        <source>What is popular today</source>
        <translation>오늘 인기 있는 글</translation>
    </message>
    <message>
        <source>What is popular this week</source>
        <translation>이번 주 인기 있는 글</translation>
    </message>
    <message>
        <source>What you have written</source>
        <translation>내가 쓴 글</translation>
    </message>
    <message>
        <source>What you like</source>
        <translation>내가 좋아하는 것</translation>
    </message>
    <message>
        <source>Words, or a #tag</source>
        <translation>단어 또는 #태그</translation>
    </message>
    <message>
        <source>Search posts: words, or a #tag</source>
        <translation>글 찾기: 단어 또는 #태그</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>새 글</translation>
    </message>
    <message>
        <source>New post (N)</source>
        <translation>새 글 (N)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Arrows choose, Enter opens, L likes, C comments, N begins a new post.</source>
        <translation>화살표로 고르고, Enter로 열고, L로 좋아요, C로 댓글, N으로 새 글을 시작해요.</translation>
    </message>
    <message>
        <source>Trends and what is popular</source>
        <translation>오늘의 태그와 인기 글</translation>
    </message>
    <message>
        <source>More about the lounge</source>
        <translation>라운지 더 보기</translation>
    </message>
    <message>
        <source>My profile …</source>
        <translation>내 프로필 …</translation>
    </message>
    <message>
        <source>How popular is counted</source>
        <translation>인기 점수 계산 방법</translation>
    </message>
    <message>
        <source>Look for new posts (F5)</source>
        <translation>새 글 보기 (F5)</translation>
    </message>
    <message>
        <source>Posts of %1</source>
        <translation>%1 님의 글</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>받는 중 …</translation>
    </message>
    <message>
        <source>The posts are not here</source>
        <translation>글을 불러오지 못했어요</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>“%1”에 맞는 글이 없어요</translation>
    </message>
    <message>
        <source>Another word may help, also a part of one, or a #tag.</source>
        <translation>다른 단어나 단어의 일부, #태그로 찾아보세요.</translation>
    </message>
    <message>
        <source>Nothing under %1 yet</source>
        <translation>%1 글이 아직 없어요</translation>
    </message>
    <message>
        <source>Write the first post under this tag.</source>
        <translation>이 태그로 첫 글을 써 보세요.</translation>
    </message>
    <message>
        <source>It is quiet here</source>
        <translation>아직 조용해요</translation>
    </message>
    <message>
        <source>Say what you are reading, where the coffee is good, or ask something. Others will answer.</source>
        <translation>읽고 있는 책, 맛있는 커피집, 궁금한 것을 적어 보세요. 누군가 답할 거예요.</translation>
    </message>
    <message>
        <source>Write the first post</source>
        <translation>첫 글 쓰기</translation>
    </message>
    <message>
        <source>Nothing is popular yet</source>
        <translation>아직 인기 글이 없어요</translation>
    </message>
    <message>
        <source>What people like and talk about will stand here.</source>
        <translation>사람들이 좋아하고 이야기하는 글이 여기에 모여요.</translation>
    </message>
    <message>
        <source>To the new posts</source>
        <translation>최신 글로</translation>
    </message>
    <message>
        <source>You have not written anything yet</source>
        <translation>아직 쓴 글이 없어요</translation>
    </message>
    <message>
        <source>Nobody can link what you write here with your chats or dates.</source>
        <translation>여기서 쓴 글은 내 대화나 데이트와 이어지지 않아요.</translation>
    </message>
    <message>
        <source>Nothing is liked yet</source>
        <translation>아직 좋아한 글이 없어요</translation>
    </message>
    <message>
        <source>Press the heart of a post, and you find it here again.</source>
        <translation>글의 하트를 누르면 여기서 다시 찾을 수 있어요.</translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>새 글 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Your post is there.</source>
        <translation>글이 올라갔어요.</translation>
    </message>
    <message>
        <source>The post is changed.</source>
        <translation>글을 고쳤어요.</translation>
    </message>
    <message>
        <source>Your profile is not here yet. Try again when there is a connection.</source>
        <translation>프로필을 아직 불러오지 못했어요. 연결되면 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Tables</source>
        <comment>coffee tables</comment>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Coffee tables that are open or coming: small chats of up to four people</source>
        <translation>열려 있거나 곧 열릴 커피 테이블: 네 명까지 모이는 작은 대화</translation>
    </message>
    <message>
        <source>My page</source>
        <translation>내 페이지</translation>
    </message>
    <message>
        <source>Your profile, your tables, your calendar, what you have written and what you like</source>
        <translation>내 프로필, 테이블, 달력, 쓴 글과 좋아한 글</translation>
    </message>
    <message>
        <source>Parts of the lounge</source>
        <translation>라운지의 구역</translation>
    </message>
    <message>
        <source>Back to my page</source>
        <translation>내 페이지로</translation>
    </message>
    <message>
        <source>Search tables: words, or a #tag</source>
        <translation>테이블 찾기: 글자 또는 #태그</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) about this</source>
        <translation>
            <numerusform>이 주제의 테이블 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) about this, and more</source>
        <translation>
            <numerusform>이 주제의 테이블 %n개와 더 있어요</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MainWindow</name>
    <message numerus="yes">
        <source>The local copy of your messages was damaged and is fetched anew. %n unsent message(s) and drafts were saved.</source>
        <translation>
            <numerusform>이 기기에 저장된 메시지가 손상되어 다시 받고 있어요. 보내지 못한 글과 초안 %n개는 지켰어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is proposed to you. Answer within half a minute on the page Nearby.</source>
        <translation>새로운 제안이 왔어요. ‘가까이’에서 30초 안에 답해 주세요.</translation>
    </message>
    <message>
        <source>You both said yes!</source>
        <translation>둘 다 수락했어요!</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name, then a message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>(%1) Jjak</source>
        <comment>unread messages in the title of the window</comment>
        <translation>(%1) Jjak</translation>
    </message>
    <message>
        <source>Your blind date begins.</source>
        <translation>블라인드 데이트가 시작돼요.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” begins in %n minute(s).</source>
        <translation>
            <numerusform>‘%1’ 행사가 %n분 뒤에 시작해요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>진행자</translation>
    </message>
    <message>
        <source>Jjak goes on in the tray</source>
        <translation>짝이 트레이에서 계속 실행돼요</translation>
    </message>
    <message>
        <source>Its icon brings the window back. “Quit” in its menu ends Jjak.</source>
        <translation>아이콘을 누르면 창이 돌아와요. 메뉴의 “끝내기”로 짝을 끝낼 수 있어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MembersDialog</name>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message>
        <source>Members</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>What can be done …</source>
        <translation>할 수 있는 일 …</translation>
    </message>
    <message>
        <source>Invite people …</source>
        <translation>초대하기 …</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>이름 바꾸기 …</translation>
    </message>
    <message>
        <source>Slow mode: time between two messages of a member</source>
        <translation>느린 대화: 다음 메시지까지 기다릴 시간</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (나)</translation>
    </message>
    <message>
        <source>banned</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>muted until %1</source>
        <translation>%1까지 쓸 수 없음</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>쓰지 못하게 하기</translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>%n분 동안</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n hour(s)</source>
        <translation>
            <numerusform>%n시간 동안</numerusform>
        </translation>
    </message>
    <message>
        <source>May write again</source>
        <translation>다시 쓸 수 있게 하기</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Hand the group over …</source>
        <translation>모임 넘겨주기 …</translation>
    </message>
    <message>
        <source>Hand the group over to %1?</source>
        <translation>%1 님에게 모임을 넘겨줄까요?</translation>
    </message>
    <message>
        <source>%1 decides about everything here from then on. You become a moderator.</source>
        <translation>그때부터 %1 님이 모든 것을 정해요. 나는 관리자가 돼요.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>넘겨주기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Remove and ban …</source>
        <translation>내보내고 차단 …</translation>
    </message>
    <message>
        <source>Ban %1?</source>
        <translation>%1 님을 차단할까요?</translation>
    </message>
    <message>
        <source>%1 is removed and cannot be invited again until the ban is lifted.</source>
        <translation>%1 님을 내보내고, 차단을 풀기 전에는 다시 초대할 수 없어요.</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Lift the ban</source>
        <translation>차단 풀기</translation>
    </message>
    <message>
        <source>Block …</source>
        <translation>차단 …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>신고 …</translation>
    </message>
    <message>
        <source>This is you</source>
        <translation>나예요</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>모임 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>모임 이름</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MessageActions</name>
    <message>
        <source>Send again</source>
        <translation>다시 보내기</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>글 복사</translation>
    </message>
    <message>
        <source>Delete for everyone …</source>
        <translation>모두에게서 삭제하기 …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>React</source>
        <translation>반응 남기기</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>답장하기</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>수정하기</translation>
    </message>
    <message>
        <source>Reply to yourself: %1</source>
        <comment>first line</comment>
        <translation>내 메시지에 답장: %1</translation>
    </message>
    <message>
        <source>Reply to %1: %2</source>
        <comment>name, first line</comment>
        <translation>%1 님에게 답장: %2</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>이 메시지를 삭제할까요?</translation>
    </message>
    <message>
        <source>Its words and all reactions to it disappear for everybody; that there was a message stays visible. This cannot be undone.</source>
        <translation>메시지 내용과 반응이 모두의 화면에서 사라져요. 메시지가 있었다는 표시는 남아요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>모두에게서 삭제</translation>
    </message>
    <message>
        <source>Other reaction …</source>
        <translation>다른 반응 …</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MessageJump</name>
    <message>
        <source>Loading older messages … %1 %</source>
        <comment>a number</comment>
        <translation>이전 메시지를 받는 중 … %1%</translation>
    </message>
    <message>
        <source>That message is not there any more.</source>
        <translation>이제 없는 메시지예요.</translation>
    </message>
    <message>
        <source>That message cannot be loaded now.</source>
        <translation>지금은 그 메시지를 받을 수 없어요.</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>취소 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MessageRow</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>새 메시지</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>사진: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>파일: %1</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>연결을 기다리는 중</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>보내는 중</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>보내지 못함</translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>진행자</translation>
    </message>
    <message>
        <source>an earlier message</source>
        <translation>이전 메시지</translation>
    </message>
    <message>
        <source>%1, one of them yours</source>
        <translation>%1, 내 반응 포함</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>수정됨</translation>
    </message>
    <message>
        <source>edited · %1</source>
        <comment>a time</comment>
        <translation>수정됨 · %1</translation>
    </message>
    <message>
        <source>In reply to %1</source>
        <comment>name and first line</comment>
        <translation>답장한 메시지: %1</translation>
    </message>
    <message>
        <source>Reactions: %1</source>
        <translation>반응: %1</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>도착함</translation>
    </message>
    <message>
        <source>%1 · until %2</source>
        <comment>when it was written · when it disappears</comment>
        <translation>%1 · %2까지</translation>
    </message>
    <message>
        <source>Disappears %1</source>
        <comment>a time</comment>
        <translation>%1에 사라져요</translation>
    </message>
    <message>
        <source>Click to show</source>
        <comment>on a blurred picture</comment>
        <translation>눌러서 보기</translation>
    </message>
    <message>
        <source>Blurred picture, Enter shows it</source>
        <translation>흐리게 가린 사진이에요. Enter를 누르면 보여요</translation>
    </message>
    <message>
        <source>Blurred picture, Enter shows it: %1</source>
        <translation>흐리게 가린 사진이에요. Enter를 누르면 보여요: %1</translation>
    </message>
    <message>
        <source>Mentions you</source>
        <translation>나를 언급했어요</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MonthView</name>
    <message>
        <source>Arrows move by days and weeks, Page Up and Page Down by months, Enter goes to what is on that day.</source>
        <translation>화살표는 하루와 한 주씩, Page Up과 Page Down은 한 달씩 움직이고, Enter는 그날의 일정으로 가요.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month as Qt&apos;s format has it: December 2026</comment>
        <translation>yyyy년 MMMM</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>테이블 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>행사 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>a day as Qt&apos;s format has it: Friday 4 December</comment>
        <translation>M월 d일 dddd</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day, then what is on it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MyCalendar</name>
    <message>
        <source>Month before</source>
        <translation>이전 달</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Your tables</source>
        <translation>내 테이블</translation>
    </message>
    <message>
        <source>Blind dates</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message>
        <source>Nothing on this day. Blind dates and tables that you have to do with stand here.</source>
        <translation>이날은 일정이 없어요. 블라인드 데이트와 내 테이블이 여기에 보여요.</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day as Qt&apos;s format has it: Friday, 4 December</comment>
        <translation>M월 d일 dddd</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Blind date</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a time of day, a table or a blind date, what it is called</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a time of day, then what is at it</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MyPage</name>
    <message>
        <source>My tables</source>
        <translation>내 테이블</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>다가오는 테이블</translation>
    </message>
    <message>
        <source>You have a seat at no table. Look under Tables for one to join, or offer one with a post of yours.</source>
        <translation>아직 앉은 테이블이 없어요. ‘테이블’에서 골라 앉거나, 내 글에 테이블을 열어 보세요.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>기다리는 테이블</translation>
    </message>
    <message>
        <source>You wait for no seat. Where all seats are taken you can stand in line.</source>
        <translation>기다리는 자리가 없어요. 자리가 다 찬 테이블에서는 줄을 설 수 있어요.</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>지난 테이블</translation>
    </message>
    <message>
        <source>None of your tables has ended yet.</source>
        <translation>아직 끝난 테이블이 없어요.</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>이전 것 더 보기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>불러오는 중 …</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MyProfileCard</name>
    <message>
        <source>What I have written</source>
        <translation>내가 쓴 글</translation>
    </message>
    <message>
        <source>What I like</source>
        <translation>좋아한 글</translation>
    </message>
    <message>
        <source>My profile in the lounge</source>
        <translation>라운지 프로필</translation>
    </message>
    <message>
        <source>Change my profile</source>
        <translation>프로필 바꾸기</translation>
    </message>
    <message>
        <source>You have no name here yet</source>
        <translation>아직 라운지 이름이 없어요</translation>
    </message>
    <message>
        <source>Your profile is not here yet</source>
        <translation>프로필을 아직 불러오지 못했어요</translation>
    </message>
    <message>
        <source>Take one to write posts and to sit at tables. Choose another name than the one you sign in with.</source>
        <translation>이름을 정하면 글을 쓰고 테이블에 앉을 수 있어요. 로그인 이름과 다르게 정해 주세요.</translation>
    </message>
    <message>
        <source>It comes as soon as there is a connection.</source>
        <translation>연결되면 바로 보여요.</translation>
    </message>
    <message>
        <source>Take a name</source>
        <translation>이름 정하기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MyTableRow</name>
    <message>
        <source>%1 · ended</source>
        <comment>when a table was</comment>
        <translation>%1 · 끝남</translation>
    </message>
    <message>
        <source>Table: %1</source>
        <comment>its topic</comment>
        <translation>테이블: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when a table is, what one has to do with it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, the topic of a table</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::NameDialog</name>
    <message>
        <source>Your name in the lounge</source>
        <translation>라운지 이름</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Another one than that of your account.</source>
        <translation>계정 이름과 다르게 정해 주세요.</translation>
    </message>
    <message>
        <source>Take this name</source>
        <translation>이 이름으로 하기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::NoticeWords</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>새 메시지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>There is good news for you.</source>
        <translation>좋은 소식이 있어요.</translation>
    </message>
    <message>
        <source>Your answer is wanted within half a minute.</source>
        <translation>30초 안에 답해 주세요.</translation>
    </message>
    <message>
        <source>Something is waiting for you now.</source>
        <translation>지금 기다리는 일이 있어요.</translation>
    </message>
    <message>
        <source>Sent an image</source>
        <translation>사진을 보냈어요</translation>
    </message>
    <message>
        <source>Sent a file</source>
        <translation>파일을 보냈어요</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name, then a message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name, then how many messages are unread</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>You both said yes!</source>
        <translation>둘 다 좋다고 했어요!</translation>
    </message>
    <message>
        <source>Your conversation is open.</source>
        <translation>대화방이 열렸어요.</translation>
    </message>
    <message>
        <source>Somebody is proposed to you</source>
        <translation>제안이 왔어요</translation>
    </message>
    <message>
        <source>Say yes or no within half a minute.</source>
        <translation>30초 안에 답해 주세요.</translation>
    </message>
    <message>
        <source>Your blind date begins</source>
        <translation>블라인드 데이트가 시작돼요</translation>
    </message>
    <message>
        <source>Come and take your seat.</source>
        <translation>자리로 와 주세요.</translation>
    </message>
    <message>
        <source>Whom would you like to meet again?</source>
        <translation>누구를 다시 만나고 싶나요?</translation>
    </message>
    <message>
        <source>Point your arrow before the time is up.</source>
        <translation>시간이 끝나기 전에 화살을 보내 주세요.</translation>
    </message>
    <message>
        <source>Blind date</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message numerus="yes">
        <source>“%1” begins in %n minute(s).</source>
        <translation>
            <numerusform>“%1”이(가) %n분 뒤에 시작돼요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Coffee table</source>
        <translation>커피 테이블</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::NotifySection</name>
    <message>
        <source>Disturb me again</source>
        <translation>다시 알려 주기</translation>
    </message>
    <message>
        <source>Do not disturb for an hour</source>
        <translation>한 시간 동안 방해 금지</translation>
    </message>
    <message>
        <source>Messages are quiet until %1.</source>
        <translation>%1까지 메시지 알림이 울리지 않아요.</translation>
    </message>
    <message>
        <source>A notification tells</source>
        <translation>알림에 보일 내용</translation>
    </message>
    <message>
        <source>What a notification tells</source>
        <translation>알림에 보일 내용</translation>
    </message>
    <message>
        <source>Who writes, and what</source>
        <translation>누가 무엇을 썼는지</translation>
    </message>
    <message>
        <source>Only that there is something new</source>
        <translation>새 소식이 있다는 것만</translation>
    </message>
    <message>
        <source>Nothing: no notifications</source>
        <translation>없음: 알림 끄기</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>조용한 시간</translation>
    </message>
    <message>
        <source>from</source>
        <comment>quiet hours, before a time</comment>
        <translation>시작</translation>
    </message>
    <message>
        <source>until</source>
        <comment>quiet hours, before a time</comment>
        <translation>끝</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>조용한 시간 시작</translation>
    </message>
    <message>
        <source>Quiet hours until</source>
        <translation>조용한 시간 끝</translation>
    </message>
    <message>
        <source>A proposal you are waiting for, your own blind date and reminders are told all the same.</source>
        <translation>기다리던 제안과 내 블라인드 데이트, 미리 알림은 그래도 알려 줘요.</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>창을 닫아도 트레이에서 계속 실행</translation>
    </message>
    <message>
        <source>Where the desktop has no tray, closing the window ends Jjak.</source>
        <translation>트레이가 없는 데스크톱에서는 창을 닫으면 짝이 끝나요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::OfferDialog</name>
    <message>
        <source>Offer a table</source>
        <translation>테이블 열기</translation>
    </message>
    <message>
        <source>Offer it</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>I decide who comes</source>
        <translation>누가 올지 내가 정해요</translation>
    </message>
    <message>
        <source>A table is a small chat that starts from your post. Its room opens at its time with those who have a seat, and ends a day after the last message.</source>
        <translation>테이블은 내 글에서 시작하는 작은 대화예요. 정한 시간에 자리에 앉은 사람들과 대화방이 열리고, 마지막 메시지 하루 뒤에 끝나요.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>주제</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message numerus="yes">
        <source>At most %n day(s) ahead.</source>
        <translation>
            <numerusform>최대 %n일 뒤까지 정할 수 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Everybody sees the time in their own.</source>
        <translation>모두 자기 시간대로 보여요.</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>자리</translation>
    </message>
    <message>
        <source>Yours is one of them.</source>
        <translation>내 자리도 포함돼요.</translation>
    </message>
    <message>
        <source>Who wants to come asks you first. A no is told to nobody.</source>
        <translation>오고 싶은 사람이 먼저 물어봐요. 거절은 아무에게도 알리지 않아요.</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy  HH:mm</source>
        <comment>a moment as Qt&apos;s format has it</comment>
        <translation>yyyy. M. d. (ddd)  HH:mm</translation>
    </message>
    <message>
        <source>When its room opens</source>
        <translation>대화방이 열리는 때</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>그런 시간대는 없어요.</translation>
    </message>
    <message>
        <source>This is in the past.</source>
        <translation>이미 지난 시각이에요.</translation>
    </message>
    <message>
        <source>This is too far ahead.</source>
        <translation>너무 먼 날이에요.</translation>
    </message>
    <message>
        <source>Two tables at once?</source>
        <translation>같은 시간에 두 테이블인가요?</translation>
    </message>
    <message>
        <source>You have another table at that hour. Offer this one too?</source>
        <translation>그 시간에 다른 테이블이 있어요. 이 테이블도 열까요?</translation>
    </message>
    <message>
        <source>Offer this one too</source>
        <translation>이것도 열기</translation>
    </message>
    <message>
        <source>This topic has characters that cannot be shown.</source>
        <translation>주제에 보여 줄 수 없는 글자가 있어요.</translation>
    </message>
    <message>
        <source>This moment is not possible.</source>
        <translation>이 시각은 고를 수 없어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Options</name>
    <message>
        <source>Meet people: nearby, one to one, safely.</source>
        <translation>가까운 사람을 일대일로 안전하게 만나는 앱.</translation>
    </message>
    <message>
        <source>Connect to this server.</source>
        <translation>연결할 서버.</translation>
    </message>
    <message>
        <source>Speak this language: ko or en.</source>
        <translation>언어: ko 또는 en.</translation>
    </message>
    <message>
        <source>Look: system, light or dark.</source>
        <translation>화면 모드: system, light, dark 중 하나.</translation>
    </message>
    <message>
        <source>Keep settings, cache and sign-in in this folder.</source>
        <translation>설정, 캐시, 로그인 정보를 보관할 폴더.</translation>
    </message>
    <message>
        <source>Begin with this page: nearby, dates, chats, lounge or settings.</source>
        <translation>이 화면으로 시작: nearby, dates, chats, lounge, settings.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PairCard</name>
    <message>
        <source>You and %1 pointed at each other</source>
        <translation>%1 님과 서로를 향했어요</translation>
    </message>
    <message>
        <source>You have said yes. When %1 says yes too, your room opens by itself. There is time until: %2.</source>
        <translation>좋다고 답했어요. %1 님도 좋다고 하면 둘만의 방이 저절로 열려요. 기한: %2.</translation>
    </message>
    <message>
        <source>When both of you want it, a room for you two opens. %1 only learns of your yes when it does. There is time until: %2.</source>
        <translation>두 사람이 모두 원하면 둘만의 방이 열려요. 내 대답은 방이 열릴 때만 %1 님에게 알려져요. 기한: %2.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만요 …</translation>
    </message>
    <message>
        <source>Open our room</source>
        <translation>둘만의 방 열기</translation>
    </message>
    <message>
        <source>You have both said yes: a room of your own has opened.</source>
        <translation>두 사람 모두 좋다고 했어요. 둘만의 방이 열렸어요.</translation>
    </message>
    <message>
        <source>Go to our room</source>
        <translation>둘만의 방으로 가기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PasswordStrength</name>
    <message>
        <source>Password strength</source>
        <translation>비밀번호 안전도</translation>
    </message>
    <message>
        <source>Very easy to guess</source>
        <translation>아주 약함</translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>좋음</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>아주 좋음</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PeopleList</name>
    <message>
        <source>People you talk with</source>
        <translation>대화하는 사람</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PhaseBar</name>
    <message>
        <source>%1 left</source>
        <comment>a time as 2:05</comment>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PictureItem</name>
    <message>
        <source>Picture %1 of %2: %3</source>
        <translation>사진 %2장 중 %1번째: %3</translation>
    </message>
    <message>
        <source>Remove picture %1: %2</source>
        <translation>%1번 사진 빼기: %2</translation>
    </message>
    <message>
        <source>Try picture %1 again: %2</source>
        <translation>%1번 사진 다시 올리기: %2</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>올리지 못했어요</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>how far</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>On its way: %1 %</source>
        <translation>올리는 중: %1 %</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PictureRow</name>
    <message>
        <source>Add pictures</source>
        <translation>사진 추가</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n, without the place and time they were taken. They can be dropped or pasted, too.</source>
        <translation>
            <numerusform>%n장까지, 찍은 곳과 때는 지우고 올려요. 끌어다 놓거나 붙여넣어도 돼요.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not on the server any more. Add it again if you want it.</source>
        <translation>‘%1’ 사진이 서버에 더는 없어요. 원하면 다시 추가해 주세요.</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>사진 고르기</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
        <translation>사진 (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message numerus="yes">
        <source>A post has %n picture(s) at most: the others were left out.</source>
        <translation>
            <numerusform>글 하나에 사진은 %n장까지예요. 나머지는 넣지 않았어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name · what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>붙여넣은 사진</translation>
    </message>
    <message>
        <source>Try again what was not sent, or remove it.</source>
        <translation>올리지 못한 사진을 다시 시도하거나 빼 주세요.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n picture(s) …</source>
        <translation>
            <numerusform>사진 %n장을 올리는 중 …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PlaceDialog</name>
    <message>
        <source>Where are you?</source>
        <translation>어디에 있나요?</translation>
    </message>
    <message>
        <source>Only a square of %1 km leaves this computer, never the exact place.</source>
        <translation>정확한 위치가 아니라 %1 km 크기의 구역만 이 컴퓨터 밖으로 나가요.</translation>
    </message>
    <message>
        <source>Town or district</source>
        <translation>도시나 동네</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>찾은 장소</translation>
    </message>
    <message>
        <source>Use my location</source>
        <translation>내 위치 쓰기</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a place – where it is</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Type the first letters, then choose with the arrow keys and Enter.</source>
        <translation>첫 글자를 입력하고 화살표 키와 Enter로 골라 주세요.</translation>
    </message>
    <message>
        <source>No place of that name. Try a larger town close by.</source>
        <translation>그런 이름의 장소가 없어요. 가까운 더 큰 도시로 찾아보세요.</translation>
    </message>
    <message>
        <source>Asking this computer where it is … Its location service may ask a service on the internet.</source>
        <translation>이 컴퓨터의 위치를 알아보고 있어요 … 위치 서비스가 인터넷에 물어볼 수도 있어요.</translation>
    </message>
    <message>
        <source>This computer does not know where it is. Please choose a place by name.</source>
        <translation>이 컴퓨터의 위치를 알 수 없어요. 장소를 이름으로 골라 주세요.</translation>
    </message>
    <message>
        <source>The location of this computer may not be used. Please choose a place by name.</source>
        <translation>위치를 쓰는 것이 허용되지 않았어요. 장소를 이름으로 골라 주세요.</translation>
    </message>
    <message>
        <source>This computer does not say where it is. Please choose a place by name.</source>
        <translation>이 컴퓨터가 위치를 알려 주지 않아요. 장소를 이름으로 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PostDialog</name>
    <message>
        <source>Change the post</source>
        <translation>글 고치기</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>새 글</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n, for instance: #film #weekend</source>
        <translation>
            <numerusform>%n개까지, 예: #영화 #주말</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>What do you want to say? **bold**, *slanted*, lists and links work as in Markdown.</source>
        <translation>하고 싶은 말을 적어 보세요. **굵게**, *기울임*, 목록과 링크는 마크다운처럼 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Write, or look at it</source>
        <translation>쓰기 또는 미리 보기</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>올리기</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>What you have written is kept.</source>
        <translation>쓴 내용은 남아 있어요.</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%2자 중 %1자</translation>
    </message>
    <message numerus="yes">
        <source>A title has %n character(s) at most.</source>
        <translation>
            <numerusform>제목은 %n자까지예요.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are characters in it that cannot be shown.</source>
        <translation>보여 줄 수 없는 글자가 들어 있어요.</translation>
    </message>
    <message numerus="yes">
        <source>A post has %n character(s) at most.</source>
        <translation>
            <numerusform>글은 %n자까지예요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all pictures are on the server any more. Look at those that are left, and post it again.</source>
        <translation>서버에 남지 않은 사진이 있어요. 남은 사진을 확인하고 다시 올려 주세요.</translation>
    </message>
    <message>
        <source>Throw this away?</source>
        <translation>쓴 글을 버릴까요?</translation>
    </message>
    <message>
        <source>Its words and pictures are gone then. “Later” keeps them.</source>
        <translation>글과 사진이 사라져요. ‘나중에’를 누르면 그대로 남아 있어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PostPictures</name>
    <message>
        <source>Picture %1 of %2: %3</source>
        <translation>사진 %2장 중 %1번째: %3</translation>
    </message>
    <message>
        <source>%1. Blurred: press to show it</source>
        <translation>%1. 흐리게 가렸어요. 누르면 보여요</translation>
    </message>
    <message>
        <source>Blurred: press to show it</source>
        <translation>흐리게 가렸어요. 누르면 보여요</translation>
    </message>
    <message>
        <source>Click to show</source>
        <translation>눌러서 보기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PostTable</name>
    <message>
        <source>Offer a table …</source>
        <translation>테이블 열기 …</translation>
    </message>
    <message>
        <source>A small chat of up to four people that starts from this post</source>
        <translation>이 글에서 시작하는, 네 명까지 모이는 작은 대화</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PostView</name>
    <message>
        <source>Loading …</source>
        <translation>받는 중 …</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>%1 · demo</source>
        <comment>who · when</comment>
        <translation>%1 · 데모</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many comments · how many views</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Posts of the tag %1</source>
        <translation>%1 태그의 글</translation>
    </message>
    <message>
        <source>All posts</source>
        <translation>모든 글</translation>
    </message>
    <message>
        <source>Back to the posts</source>
        <translation>글 목록으로</translation>
    </message>
    <message>
        <source>Back to the posts (Esc)</source>
        <translation>글 목록으로 (Esc)</translation>
    </message>
    <message>
        <source>What to do with this post</source>
        <translation>이 글로 할 일</translation>
    </message>
    <message>
        <source>Text of the post</source>
        <translation>글 내용</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>댓글</translation>
    </message>
    <message>
        <source>Nobody has said anything yet.</source>
        <translation>아직 댓글이 없어요.</translation>
    </message>
    <message>
        <source>Show more comments</source>
        <translation>댓글 더 보기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Posts of %1</source>
        <translation>%1 님의 글</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>고치기 …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>지우기 …</translation>
    </message>
    <message>
        <source>Delete this post?</source>
        <translation>이 글을 지울까요?</translation>
    </message>
    <message>
        <source>It is gone for everybody, with all its comments. This cannot be undone.</source>
        <translation>댓글까지 모두에게서 사라져요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>The post is deleted.</source>
        <translation>글을 지웠어요.</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>신고 …</translation>
    </message>
    <message>
        <source>Block …</source>
        <translation>차단 …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Delete this comment?</source>
        <translation>이 댓글을 지울까요?</translation>
    </message>
    <message>
        <source>It is gone for everybody. This cannot be undone.</source>
        <translation>모두에게서 사라져요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>Blur pictures in the lounge again</source>
        <translation>라운지 사진 다시 흐리게 하기</translation>
    </message>
    <message>
        <source>Always show pictures in the lounge</source>
        <translation>라운지 사진 항상 보기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PostWords</name>
    <message>
        <source>demo</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n분 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n시간 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n일 전</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · edited</source>
        <comment>who · when</comment>
        <translation>%1 · %2 · 고침</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who · when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1천</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>좋아요 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>댓글 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>조회 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>you like it</source>
        <translation>좋아요를 눌렀어요</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PrivacySection</name>
    <message>
        <source>That you are there, or when you were</source>
        <translation>접속 중인지, 최근에 있었는지</translation>
    </message>
    <message>
        <source>How far you have read</source>
        <translation>어디까지 읽었는지</translation>
    </message>
    <message>
        <source>That you are writing</source>
        <translation>쓰고 있다는 것</translation>
    </message>
    <message>
        <source>What you do not show, you do not see of others either.</source>
        <translation>내가 보여 주지 않는 것은 다른 사람 것도 볼 수 없어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ProfileDialog</name>
    <message>
        <source>My posts may stand among the most read of the week</source>
        <translation>내 글이 이번 주 많이 읽은 글에 올라도 좋아요</translation>
    </message>
    <message>
        <source>My profile in the lounge</source>
        <translation>라운지 프로필</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Another one than that of your account.</source>
        <translation>계정 이름과 다르게 정해 주세요.</translation>
    </message>
    <message>
        <source>A line about you</source>
        <translation>한 줄 소개</translation>
    </message>
    <message>
        <source>What you like</source>
        <translation>내가 좋아하는 것</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n word(s), for instance: #film #baking</source>
        <translation>
            <numerusform>%n개까지, 예: #영화 #빵굽기</numerusform>
        </translation>
    </message>
    <message>
        <source>Languages you speak</source>
        <translation>쓸 수 있는 언어</translation>
    </message>
    <message>
        <source>A profile needs a name.</source>
        <translation>프로필에는 이름이 필요해요.</translation>
    </message>
    <message>
        <source>This is too long, or has characters that cannot be shown.</source>
        <translation>너무 길거나 보여 줄 수 없는 글자가 있어요.</translation>
    </message>
    <message numerus="yes">
        <source>Choose %n language(s) at most.</source>
        <translation>
            <numerusform>언어는 %n개까지 고를 수 있어요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ProposalView</name>
    <message>
        <source>No, thanks (D)</source>
        <translation>거절할게요 (D)</translation>
    </message>
    <message>
        <source>More: block or report</source>
        <translation>더 보기: 차단, 신고</translation>
    </message>
    <message>
        <source>Block …</source>
        <translation>차단 …</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>신고 …</translation>
    </message>
    <message>
        <source>This is a demo person, not a human.</source>
        <translation>사람이 아니라 데모 상대예요.</translation>
    </message>
    <message>
        <source>You both said yes!</source>
        <translation>둘 다 수락했어요!</translation>
    </message>
    <message>
        <source>You have met %1, %2.</source>
        <comment>a name, then how far: less than 5 km away</comment>
        <translation>%1 님을 만났어요 (%2).</translation>
    </message>
    <message>
        <source>You have met %1.</source>
        <translation>%1 님을 만났어요.</translation>
    </message>
    <message>
        <source>Say hello (Enter)</source>
        <translation>인사하기 (Enter)</translation>
    </message>
    <message>
        <source>Somebody is there</source>
        <translation>누군가 나타났어요</translation>
    </message>
    <message>
        <source>If you both say yes, a conversation opens. Until then neither of you sees anything of the other.</source>
        <translation>둘 다 수락하면 대화방이 열려요. 그전에는 서로에 대해 아무것도 보이지 않아요.</translation>
    </message>
    <message>
        <source>Yes, let us talk (Enter)</source>
        <translation>좋아요, 이야기해요 (Enter)</translation>
    </message>
    <message>
        <source>You said no</source>
        <translation>거절했어요</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만요 …</translation>
    </message>
    <message>
        <source>You said yes</source>
        <translation>수락했어요</translation>
    </message>
    <message>
        <source>Now the other person decides. You hear at once, whatever it is.</source>
        <translation>이제 상대가 정할 차례예요. 어떤 답이든 바로 알려 드려요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::QuickSwitcher</name>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>A name or a command</source>
        <translation>이름이나 명령</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>찾은 결과</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <comment>a command and its keys</comment>
        <translation>%1   (%2)</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::RadarPicker</name>
    <message>
        <source>How far to look</source>
        <translation>찾을 거리</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Rail</name>
    <message>
        <source>Nearby</source>
        <translation>가까이</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n new</source>
        <comment>a place of the program</comment>
        <translation>
            <numerusform>%1, 새 소식 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>Blind date</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message>
        <source>Lounge</source>
        <translation>라운지</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ReactionRow</name>
    <message>
        <source>Take back %1</source>
        <translation>%1 반응 취소</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>%1 반응 남기기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ReportDialog</name>
    <message>
        <source>Also &amp;block, so that we never meet again</source>
        <translation>차단도 해서 다시 만나지 않기(&amp;B)</translation>
    </message>
    <message>
        <source>Report this person</source>
        <translation>이 사람 신고하기</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>%1 님 신고하기</translation>
    </message>
    <message numerus="yes">
        <source>A moderator will see the last %n message(s) of this conversation. The other person is not told.</source>
        <translation>
            <numerusform>관리자가 이 대화의 마지막 메시지 %n개를 봐요. 상대에게는 알리지 않아요.</numerusform>
        </translation>
    </message>
    <message>
        <source>A moderator will look at it. The other person is not told.</source>
        <translation>관리자가 살펴봐요. 상대에게는 알리지 않아요.</translation>
    </message>
    <message>
        <source>What should the moderators know? (optional)</source>
        <translation>관리자가 알아야 할 일이 있나요? (선택)</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>신고하기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::RoomDelegate</name>
    <message>
        <source>demo</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>online</source>
        <translation>온라인</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>안 읽음 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>초안: %1</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::RoomRow</name>
    <message>
        <source>is writing …</source>
        <translation>쓰고 있어요 …</translation>
    </message>
    <message>
        <source>A message could not be sent</source>
        <translation>보내지 못한 메시지가 있어요</translation>
    </message>
    <message>
        <source>Say hello!</source>
        <translation>인사를 건네 보세요!</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>나: %1</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Safety</name>
    <message>
        <source>Leave this conversation?</source>
        <translation>이 대화방에서 나갈까요?</translation>
    </message>
    <message>
        <source>%1 will see that you left. You can still read it, but neither of you can write any more. This cannot be undone.</source>
        <translation>%1 님에게 나간 것이 보여요. 대화는 계속 읽을 수 있지만 둘 다 더 쓸 수 없어요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>You have left the conversation.</source>
        <translation>대화방에서 나왔어요.</translation>
    </message>
    <message>
        <source>Block this person?</source>
        <translation>이 사람을 차단할까요?</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>%1 님을 차단할까요?</translation>
    </message>
    <message>
        <source>You will never meet again, and what you share ends now. They are not told that it was you. You can undo a block in the settings.</source>
        <translation>다시는 만나지 않고, 함께하던 대화도 지금 끝나요. 누가 차단했는지는 알리지 않아요. 차단은 설정에서 풀 수 있어요.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Blocked. You will not meet this person again.</source>
        <translation>차단했어요. 이 사람을 다시 만나지 않아요.</translation>
    </message>
    <message>
        <source>%1 is blocked. You will not meet again.</source>
        <translation>%1 님을 차단했어요. 다시 만나지 않아요.</translation>
    </message>
    <message>
        <source>Thank you. A moderator will look at it, and you will not meet this person again.</source>
        <translation>고마워요. 관리자가 살펴보고, 이 사람을 다시 만나지 않아요.</translation>
    </message>
    <message>
        <source>Thank you. A moderator will look at it.</source>
        <translation>고마워요. 관리자가 살펴볼게요.</translation>
    </message>
    <message>
        <source>The search is stopped.</source>
        <translation>찾기를 멈췄어요.</translation>
    </message>
    <message>
        <source>There is nothing to leave at this moment.</source>
        <translation>지금은 나갈 곳이 없어요.</translation>
    </message>
    <message>
        <source>Leave the table?</source>
        <translation>자리에서 나갈까요?</translation>
    </message>
    <message>
        <source>The others will see that your seat is empty, and nobody is told who you were. You cannot come back to this date.</source>
        <translation>다른 분들에게는 빈자리로 보이고, 내가 누구였는지는 알려지지 않아요. 이 만남에는 다시 들어올 수 없어요.</translation>
    </message>
    <message>
        <source>You have left the table.</source>
        <translation>자리에서 나왔어요.</translation>
    </message>
    <message>
        <source>You do not wait any more.</source>
        <translation>대기를 그만뒀어요.</translation>
    </message>
    <message>
        <source>A moderator will see this comment as it is now. The other person is not told.</source>
        <translation>운영자가 지금 그대로의 댓글을 보게 돼요. 상대에게는 알리지 않아요.</translation>
    </message>
    <message>
        <source>A moderator will see this post as it is now. The other person is not told.</source>
        <translation>운영자가 지금 그대로의 글을 보게 돼요. 상대에게는 알리지 않아요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SaveFile</name>
    <message>
        <source>It could not be saved there: %1</source>
        <translation>거기에 저장하지 못했어요: %1</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SearchDialog</name>
    <message>
        <source>Search messages</source>
        <translation>메시지 찾기</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>찾을 말</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>찾을 곳</translation>
    </message>
    <message>
        <source>In this conversation</source>
        <translation>이 대화에서</translation>
    </message>
    <message>
        <source>In all conversations</source>
        <translation>모든 대화에서</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Type what you remember, also the middle of a word.</source>
        <translation>기억나는 말을 써 보세요. 단어의 가운데도 괜찮아요.</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>찾는 중 …</translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>conversation · who · when</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>“%1”을(를) 찾지 못했어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SearchView</name>
    <message>
        <source>How far to look</source>
        <translation>찾을 거리</translation>
    </message>
    <message>
        <source>Who is nearby?</source>
        <translation>가까이에 누가 있을까요?</translation>
    </message>
    <message>
        <source>What your match sees</source>
        <translation>상대에게 보이는 것</translation>
    </message>
    <message>
        <source>Before you both say yes: nothing at all.</source>
        <translation>둘 다 수락하기 전: 아무것도 보이지 않아요.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>We look for one person: %1.</source>
        <comment>followed by a distance, as in: within 5 km</comment>
        <translation>한 사람을 찾아요: %1</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>%1 주변</translation>
    </message>
    <message>
        <source>Where are you? A town or a district is enough.</source>
        <translation>어디에 있나요? 도시나 동네면 충분해요.</translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation>장소 바꾸기</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>장소 고르기</translation>
    </message>
    <message>
        <source>After that: your name, %1, and roughly how far you are from each other, never where you are.</source>
        <translation>그다음: 내 이름 %1, 그리고 서로의 대략적인 거리. 어디에 있는지는 절대 보이지 않아요.</translation>
    </message>
    <message>
        <source>Choose a place first.</source>
        <translation>먼저 장소를 골라 주세요.</translation>
    </message>
    <message>
        <source>Not connected at this moment.</source>
        <translation>지금은 연결되어 있지 않아요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SeatBoard</name>
    <message>
        <source>seat %1</source>
        <translation>%1번 자리</translation>
    </message>
    <message>
        <source>you</source>
        <translation>나</translation>
    </message>
    <message>
        <source>demo person</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>차단함</translation>
    </message>
    <message>
        <source>away at the moment</source>
        <translation>잠시 자리 비움</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>나감</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>선택됨</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <comment>an alias</comment>
        <translation>%1 (나)</translation>
    </message>
    <message>
        <source>%1 (away)</source>
        <comment>an alias</comment>
        <translation>%1 (자리&#xa0;비움)</translation>
    </message>
    <message>
        <source>%1 (left)</source>
        <comment>an alias</comment>
        <translation>%1 (나감)</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SeatRow</name>
    <message>
        <source>you</source>
        <translation>나</translation>
    </message>
    <message>
        <source>host</source>
        <translation>주인장</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>free</source>
        <comment>a seat</comment>
        <translation>빈자리</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>언어와 화면</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation>글자 크기(퍼센트)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>로그인한 기기</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>차단한 사람</translation>
    </message>
    <message>
        <source>About Jjak</source>
        <translation>Jjak 정보</translation>
    </message>
    <message>
        <source>Jjak %1 is free software: you may use, study, share and change it under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Jjak %1 버전은 자유 소프트웨어예요. GNU 일반 공중 사용 허가서(GPL) 버전 3 이상에 따라 쓰고, 살펴보고, 나누고, 고칠 수 있어요. 아무런 보증도 하지 않아요.</translation>
    </message>
    <message>
        <source>The names of places come from GeoNames (geonames.org), under the licence CC BY 4.0.</source>
        <translation>장소 이름은 GeoNames(geonames.org)에서 CC BY 4.0 라이선스로 가져왔어요.</translation>
    </message>
    <message>
        <source>You are %1 on %2.</source>
        <comment>a name, then a server</comment>
        <translation>%2 서버에 %1 이름으로 로그인했어요.</translation>
    </message>
    <message>
        <source>You will be asked for your password the next time you start Jjak.</source>
        <translation>다음에 Jjak을 시작하면 비밀번호를 물어봐요.</translation>
    </message>
    <message>
        <source>This device, signed in since %1</source>
        <translation>이 기기 · %1부터 로그인</translation>
    </message>
    <message>
        <source>Last used on %1</source>
        <translation>마지막 사용: %1</translation>
    </message>
    <message>
        <source>Sign out there</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>%1 로그아웃</translation>
    </message>
    <message>
        <source>%1 is signed out.</source>
        <translation>로그아웃했어요: %1</translation>
    </message>
    <message>
        <source>You have blocked nobody. You can block somebody in a conversation or when they are proposed to you.</source>
        <translation>차단한 사람이 없어요. 대화 중이거나 제안을 받았을 때 차단할 수 있어요.</translation>
    </message>
    <message>
        <source>Somebody who was proposed to you</source>
        <translation>제안으로 만난 사람</translation>
    </message>
    <message>
        <source>Blocked since %1</source>
        <translation>%1부터 차단</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>차단 풀기</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>%1 님 차단 풀기</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent yet and would be lost. Your conversations stay on the server.</source>
        <translation>
            <numerusform>아직 보내지 못한 메시지 %n개가 사라져요. 대화는 서버에 남아요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your conversations stay on the server. What is kept on this computer is erased.</source>
        <translation>대화는 서버에 남고, 이 컴퓨터에 보관한 내용은 지워져요.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>로그아웃할까요?</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>What others see of you</source>
        <translation>다른 사람에게 보이는 것</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ShortcutDialog</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>List of all keys</source>
        <translation>모든 단축키 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>In one of the places</source>
        <translation>화면 어디에서나</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SignInPage</name>
    <message>
        <source>Meet somebody nearby, one to one.</source>
        <translation>가까이 있는 사람을 일대일로 만나요.</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>처음이에요</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>계정이 있어요</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>비밀번호 보기</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>생년월일</translation>
    </message>
    <message>
        <source>Only the fact that you are old enough is kept.</source>
        <translation>나이 조건을 채웠다는 사실만 보관해요.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Who runs the server can read what is written on it.</source>
        <translation>서버를 운영하는 사람은 서버에 쓴 글을 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Change the server</source>
        <translation>서버 바꾸기</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>로그인 유지</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>You sign in with it, and people you meet will see it.</source>
        <translation>로그인할 때 쓰고, 만나는 사람에게 보여요.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation>
            <numerusform>%n자 이상</numerusform>
        </translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>서버: %1</translation>
    </message>
    <message>
        <source>You will be asked again the next time you start Jjak.</source>
        <translation>다음에 Jjak을 시작하면 다시 물어봐요.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만요 …</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>가입하기</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>This is no address of a server. For example: jjak.example.org</source>
        <translation>서버 주소가 아니에요. 예: jjak.example.org</translation>
    </message>
    <message numerus="yes">
        <source>Please enter a name of at least %n character(s).</source>
        <translation>
            <numerusform>이름을 %n자 이상 써 주세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please use at least %n character(s).</source>
        <translation>
            <numerusform>%n자 이상 써 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please enter the password.</source>
        <translation>비밀번호를 써 주세요.</translation>
    </message>
    <message>
        <source>This day does not exist.</source>
        <translation>없는 날짜예요.</translation>
    </message>
    <message>
        <source>Please choose year, month and day.</source>
        <translation>년, 월, 일을 모두 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::StageView</name>
    <message>
        <source>Host: %1</source>
        <comment>followed by what the host says</comment>
        <translation>진행자: %1</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>아직 없어요</translation>
    </message>
    <message>
        <source>Who made a nice first impression?</source>
        <translation>첫인상이 좋았던 분은 누구인가요?</translation>
    </message>
    <message>
        <source>Choose by clicking, with the arrow keys, or with the number of the seat.</source>
        <translation>눌러서 고르거나, 화살표 키나 자리 번호로 고를 수 있어요.</translation>
    </message>
    <message>
        <source>You have not chosen anybody, and that is fine.</source>
        <translation>아직 아무도 고르지 않았어요. 그래도 괜찮아요.</translation>
    </message>
    <message>
        <source>Your first impression: %1</source>
        <translation>나의 첫인상: %1</translation>
    </message>
    <message>
        <source>Only you see this. Nobody is told, not now and not later. At the end you can look whether it has changed.</source>
        <translation>나만 볼 수 있어요. 지금도 나중에도 아무에게도 알리지 않아요. 마지막에 마음이 바뀌었는지 비교해 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Nobody this time</source>
        <translation>이번에는 아무에게도</translation>
    </message>
    <message>
        <source>Where does your heart point?</source>
        <translation>마음이 향하는 곳은 어디인가요?</translation>
    </message>
    <message>
        <source>Draw your arrow: drag it from yourself to a seat, click a seat, or press its number. You can change it until the time is up.</source>
        <translation>내 자리에서 화살을 끌어 상대에게 놓으세요. 자리를 누르거나 번호 키를 눌러도 돼요. 시간이 끝날 때까지 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>Your arrow points at nobody. That is a good choice too.</source>
        <translation>화살을 아무에게도 보내지 않아요. 그것도 좋은 선택이에요.</translation>
    </message>
    <message>
        <source>Your arrow points at %1</source>
        <translation>내 화살은 %1 님을 향해요</translation>
    </message>
    <message>
        <source>Your first impression was %1.</source>
        <translation>나의 첫인상은 %1 님이었어요.</translation>
    </message>
    <message>
        <source>What a lovely evening</source>
        <translation>함께해서 좋은 시간이었어요</translation>
    </message>
    <message>
        <source>You pointed at each other</source>
        <translation>서로를 향했어요</translation>
    </message>
    <message>
        <source>The arrows have been put away for ever. Thank you for listening, for telling, and for being here.</source>
        <translation>화살은 이제 모두 거두었어요. 귀 기울여 듣고, 이야기를 들려주셔서 고마워요.</translation>
    </message>
    <message>
        <source>It was good to have you at this table.</source>
        <translation>이 자리에 함께해 주셔서 고마워요.</translation>
    </message>
    <message>
        <source>Secret for ever: only two people who point at each other learn of it, and only those two. Nobody else is ever shown one: not the others, no moderator, no operator.</source>
        <translation>끝까지 비밀이에요. 서로를 향한 두 사람만 알게 돼요. 다른 참가자에게도, 운영진에게도 보이지 않아요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TableActions</name>
    <message>
        <source>All want to keep it: it does not end by itself.</source>
        <translation>모두가 계속 두기를 원해요. 저절로 끝나지 않아요.</translation>
    </message>
    <message>
        <source>You want to keep it. It stays once all do.</source>
        <translation>계속 두기로 했어요. 모두가 원하면 그대로 남아요.</translation>
    </message>
    <message>
        <source>You no longer want to keep it.</source>
        <translation>계속 두기를 취소했어요.</translation>
    </message>
    <message>
        <source>Thanked. Only how many guests did is told, in the ranking of the week.</source>
        <translation>고마움을 전했어요. 몇 명이 전했는지만 이번 주 순위에 보여요.</translation>
    </message>
    <message>
        <source>Your thanks are taken back.</source>
        <translation>고마움을 거두었어요.</translation>
    </message>
    <message>
        <source>Two tables at once?</source>
        <translation>같은 시간에 두 테이블인가요?</translation>
    </message>
    <message>
        <source>You have another table at that hour. Join this one too?</source>
        <translation>그 시간에 다른 테이블이 있어요. 이 테이블에도 앉을까요?</translation>
    </message>
    <message>
        <source>Join this one too</source>
        <translation>여기에도 앉기</translation>
    </message>
    <message>
        <source>All seats are taken</source>
        <translation>자리가 다 찼어요</translation>
    </message>
    <message>
        <source>You can wait in line: when a seat becomes free it is kept for the first there for two minutes.</source>
        <translation>줄을 설 수 있어요. 자리가 나면 맨 앞 사람에게 2분 동안 맡아 두어요.</translation>
    </message>
    <message>
        <source>Wait in line</source>
        <translation>줄 서기</translation>
    </message>
    <message>
        <source>Leave the table?</source>
        <translation>자리에서 나갈까요?</translation>
    </message>
    <message>
        <source>Your seat goes to the next in line, and you cannot read what is said there any more.</source>
        <translation>내 자리는 다음 사람에게 가고, 거기서 나누는 이야기는 더 볼 수 없어요.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>You have no seat there any more, and wait for none.</source>
        <translation>이제 그 테이블에 앉아 있지도, 기다리지도 않아요.</translation>
    </message>
    <message>
        <source>%1 may come.</source>
        <translation>%1 님이 올 수 있어요.</translation>
    </message>
    <message>
        <source>%1 may not come. Nobody is told.</source>
        <translation>%1 님은 올 수 없어요. 아무에게도 알리지 않아요.</translation>
    </message>
    <message>
        <source>Remove %1 from the table?</source>
        <translation>%1 님을 테이블에서 내보낼까요?</translation>
    </message>
    <message>
        <source>%1 loses the seat and cannot come to this table again.</source>
        <translation>%1 님은 자리를 잃고 이 테이블에 다시 올 수 없어요.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>%1 does not sit there any more.</source>
        <translation>%1 님은 이제 거기 앉아 있지 않아요.</translation>
    </message>
    <message>
        <source>Close the table?</source>
        <translation>테이블을 닫을까요?</translation>
    </message>
    <message>
        <source>It ends for everybody. What was said in its room can still be read there for a day. This cannot be undone.</source>
        <translation>모두에게 끝나요. 나눈 이야기는 하루 동안 읽을 수 있어요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>테이블 닫기</translation>
    </message>
    <message>
        <source>The table is closed.</source>
        <translation>테이블을 닫았어요.</translation>
    </message>
    <message>
        <source>This table has ended. What was said here can be read for a day.</source>
        <translation>이 테이블은 끝났어요. 나눈 이야기는 하루 동안 읽을 수 있어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TableCalendarButtons</name>
    <message>
        <source>You will be reminded of “%1”</source>
        <translation>‘%1’ 알림을 받아요</translation>
    </message>
    <message>
        <source>Remind me of “%1”</source>
        <translation>‘%1’ 미리 알림</translation>
    </message>
    <message>
        <source>10 minutes and 1 minute before it begins, while Jjak is running</source>
        <translation>짝이 켜져 있으면 시작 10분 전과 1분 전에 알려 드려요</translation>
    </message>
    <message>
        <source>Add “%1” to your calendar</source>
        <translation>‘%1’ 캘린더에 넣기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TableCard</name>
    <message>
        <source>More about the table “%1”</source>
        <translation>‘%1’ 테이블 더 보기</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, the topic of a table</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>To its post</source>
        <translation>글로 가기</translation>
    </message>
    <message>
        <source>Remove %1 …</source>
        <translation>%1 님 내보내기 …</translation>
    </message>
    <message>
        <source>%1 asks to come.</source>
        <translation>%1 님이 오고 싶어 해요.</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>받아들이기</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>%1 님 받아들이기</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Refuse %1</source>
        <translation>%1 님 거절하기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TableDialog</name>
    <message>
        <source>The table of this room</source>
        <translation>이 대화방의 테이블</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>a dialog</comment>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TableFeed</name>
    <message>
        <source>The tables are not here</source>
        <translation>테이블을 불러오지 못했어요</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>No table about “%1”</source>
        <translation>‘%1’ 테이블이 없어요</translation>
    </message>
    <message>
        <source>Another word may help, also a part of one, or a #tag.</source>
        <translation>다른 말이나 말의 일부, #태그로 찾아보세요.</translation>
    </message>
    <message>
        <source>No table is offered at the moment</source>
        <translation>지금은 열린 테이블이 없어요</translation>
    </message>
    <message>
        <source>A table is a small chat of up to four people that starts from a post. Open one of your posts and offer a table with it.</source>
        <translation>테이블은 글에서 시작하는, 네 명까지 모이는 작은 대화예요. 내 글을 열어 테이블을 열어 보세요.</translation>
    </message>
    <message>
        <source>To my posts</source>
        <translation>내 글로 가기</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>불러오는 중 …</translation>
    </message>
    <message>
        <source>Show more tables</source>
        <translation>테이블 더 보기</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TableWords</name>
    <message>
        <source>A seat is kept for you.</source>
        <translation>내 자리를 맡아 두었어요.</translation>
    </message>
    <message>
        <source>A seat is kept for you until %1: %2 left.</source>
        <translation>%1까지 내 자리를 맡아 두어요. %2 남았어요.</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a table</comment>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Open now</source>
        <comment>a table</comment>
        <translation>지금 열림</translation>
    </message>
    <message>
        <source>%1 your time (%2)</source>
        <comment>a moment · the same for the host</comment>
        <translation>내 시간 %1 (%2)</translation>
    </message>
    <message>
        <source>%1 (demo)</source>
        <comment>a name</comment>
        <translation>%1 (데모)</translation>
    </message>
    <message>
        <source>%1 of %2 seats taken</source>
        <translation>%2자리 중 %1자리 참</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how many seats are taken, by whom</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>기다리는 사람 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>the host decides who comes</source>
        <translation>누가 올지 주인장이 정해요</translation>
    </message>
    <message>
        <source>What was said there can be read for a day.</source>
        <translation>나눈 이야기는 하루 동안 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Your table. Its room is open.</source>
        <translation>내 테이블이에요. 대화방이 열려 있어요.</translation>
    </message>
    <message>
        <source>Your table. Its room opens by itself.</source>
        <translation>내 테이블이에요. 대화방은 때가 되면 저절로 열려요.</translation>
    </message>
    <message>
        <source>You have a seat. The room is open.</source>
        <translation>자리에 앉았어요. 대화방이 열려 있어요.</translation>
    </message>
    <message>
        <source>You have a seat. The room opens by itself.</source>
        <translation>자리에 앉았어요. 대화방은 때가 되면 저절로 열려요.</translation>
    </message>
    <message>
        <source>You are number %1 in line. You are told when a seat is free.</source>
        <translation>줄에서 %1번째예요. 자리가 나면 알려 드려요.</translation>
    </message>
    <message>
        <source>You have asked for a seat. You are told when the host says yes.</source>
        <translation>자리를 청했어요. 주인장이 받아들이면 알려 드려요.</translation>
    </message>
    <message>
        <source>All seats are taken. Who waits in line gets the next one.</source>
        <translation>자리가 다 찼어요. 줄을 선 사람이 다음 자리를 받아요.</translation>
    </message>
    <message>
        <source>All want to keep it: it does not end by itself.</source>
        <translation>모두가 계속 두기를 원해요. 저절로 끝나지 않아요.</translation>
    </message>
    <message>
        <source>It ends a day after the last message, unless all want to keep it: of %1 do %2.</source>
        <translation>마지막 메시지 하루 뒤에 끝나요. 모두가 계속 두기를 원하면 남아요: %1명 중 %2명.</translation>
    </message>
    <message>
        <source>Table: %1</source>
        <translation>테이블: %1</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>the topic of a table, what is new there</comment>
        <translation>‘%1’: %2</translation>
    </message>
    <message>
        <source>The host said yes: you have a seat at the table “%1”.</source>
        <translation>주인장이 받아들였어요. ‘%1’ 테이블에 자리가 생겼어요.</translation>
    </message>
    <message>
        <source>%1 asks to come to your table “%2”.</source>
        <translation>%1 님이 내 테이블 ‘%2’에 오고 싶어 해요.</translation>
    </message>
    <message>
        <source>The table “%1” is open.</source>
        <translation>‘%1’ 테이블이 열렸어요.</translation>
    </message>
    <message>
        <source>The table “%1” has ended.</source>
        <translation>‘%1’ 테이블이 끝났어요.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>앉기</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>자리 청하기</translation>
    </message>
    <message>
        <source>Wait in line</source>
        <translation>줄 서기</translation>
    </message>
    <message>
        <source>Take the seat</source>
        <translation>그 자리에 앉기</translation>
    </message>
    <message>
        <source>Read the room</source>
        <translation>대화방 읽기</translation>
    </message>
    <message>
        <source>Open the room</source>
        <translation>대화방 열기</translation>
    </message>
    <message>
        <source>No longer keep it (%1 of %2)</source>
        <comment>how many want to keep a table</comment>
        <translation>계속 두기 취소 (%2명 중 %1명)</translation>
    </message>
    <message>
        <source>Keep it (%1 of %2)</source>
        <comment>how many want to keep a table</comment>
        <translation>계속 두기 (%2명 중 %1명)</translation>
    </message>
    <message>
        <source>Take the thanks back</source>
        <translation>고마움 거두기</translation>
    </message>
    <message>
        <source>Thank the host</source>
        <translation>주인장에게 고마움 전하기</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>주제 바꾸기 …</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>닫기 …</translation>
    </message>
    <message>
        <source>Do not ask any more</source>
        <translation>청하기 취소</translation>
    </message>
    <message>
        <source>Leave the line</source>
        <translation>줄에서 나가기</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>자리 내놓기</translation>
    </message>
    <message>
        <source>Leave …</source>
        <translation>나가기 …</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TagWords</name>
    <message numerus="yes">
        <source>%n word(s) at most.</source>
        <translation>
            <numerusform>%n개까지예요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only letters, digits, “-” and “_”, please.</source>
        <translation>글자, 숫자, ‘-’, ‘_’만 쓸 수 있어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ThemeBox</name>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>화면 모드</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Timeline</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>새 메시지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>맨 아래로</translation>
    </message>
    <message>
        <source>Goes to the first message you have not seen.</source>
        <translation>아직 보지 않은 첫 메시지로 가요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TopicDialog</name>
    <message>
        <source>A table needs a topic.</source>
        <translation>테이블에는 주제가 필요해요.</translation>
    </message>
    <message numerus="yes">
        <source>This topic is too long: %n character(s) are the most.</source>
        <translation>
            <numerusform>주제가 너무 길어요. %n자까지 쓸 수 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another topic</source>
        <translation>다른 주제</translation>
    </message>
    <message>
        <source>Rename the table</source>
        <translation>테이블 주제 바꾸기</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>주제</translation>
    </message>
    <message>
        <source>All who have to do with the table see it at once.</source>
        <translation>테이블과 관련된 모두에게 바로 보여요.</translation>
    </message>
    <message>
        <source>This topic has characters that cannot be shown.</source>
        <translation>주제에 보여 줄 수 없는 글자가 있어요.</translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Tray</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Do not disturb for an hour</source>
        <translation>한 시간 동안 방해 금지</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message numerus="yes">
        <source>Jjak: %n unread message(s)</source>
        <translation>
            <numerusform>짝: 읽지 않은 메시지 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::WaitingView</name>
    <message>
        <source>How far is being looked</source>
        <translation>찾고 있는 거리</translation>
    </message>
    <message>
        <source>Looking for somebody …</source>
        <translation>상대를 찾고 있어요 …</translation>
    </message>
    <message>
        <source>Stop searching (Esc)</source>
        <translation>그만 찾기 (Esc)</translation>
    </message>
    <message>
        <source>%1, around %2</source>
        <comment>a distance, then a place</comment>
        <translation>%2 주변, %1</translation>
    </message>
    <message>
        <source>Look further: %1</source>
        <comment>followed by a distance</comment>
        <translation>더 넓게 찾기: %1</translation>
    </message>
    <message>
        <source>You have just begun to wait. It may take some minutes.</source>
        <translation>이제 막 기다리기 시작했어요. 몇 분 걸릴 수 있어요.</translation>
    </message>
    <message numerus="yes">
        <source>You have been waiting for %n minute(s).</source>
        <translation>
            <numerusform>%n분째 기다리고 있어요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>term</name>
    <message>
        <source>What was stored on this computer was damaged and is fetched anew. Unsent texts that were saved: %1.</source>
        <translation>이 컴퓨터에 저장된 내용이 손상되어 다시 받고 있어요. 지켜 낸 보내지 못한 글: %1개.</translation>
    </message>
    <message>
        <source>Sign in first: /signin NAME, or /signup NAME for a new account.</source>
        <translation>먼저 로그인해 주세요: /signin 이름. 처음이면 /signup 이름.</translation>
    </message>
    <message>
        <source>You are signed in already. /signout ends that.</source>
        <translation>이미 로그인했어요. 로그아웃하려면 /signout.</translation>
    </message>
    <message>
        <source>How things stand</source>
        <translation>지금 상태</translation>
    </message>
    <message>
        <source>No chat is open. /match looks for somebody, /rooms lists your chats.</source>
        <translation>열린 대화가 없어요. /match 상대 찾기, /rooms 대화 목록.</translation>
    </message>
    <message>
        <source>There is no chat number %1.</source>
        <translation>%1번 대화가 없어요.</translation>
    </message>
    <message>
        <source>Open the chat first that this is about.</source>
        <translation>먼저 해당하는 대화를 열어 주세요.</translation>
    </message>
    <message>
        <source>No chat is open.</source>
        <translation>열린 대화가 없어요.</translation>
    </message>
    <message>
        <source>You have left. The chat can still be read.</source>
        <translation>나왔어요. 대화는 계속 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Blocked. You will not meet again. /blocks lists whom you have blocked.</source>
        <translation>차단했어요. 다시 만나지 않아요. 차단 목록은 /blocks.</translation>
    </message>
    <message>
        <source>Reported and blocked. Thank you. The last messages are kept for those who decide.</source>
        <translation>신고하고 차단했어요. 고마워요. 마지막 메시지들은 관리자가 볼 수 있게 보관해요.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) have not been sent and would be lost. /signout again signs out.</source>
        <translation>
            <numerusform>보내지 못한 메시지 %n개가 사라져요. 그래도 로그아웃하려면 /signout을 한 번 더 입력하세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>demo person</source>
        <translation>데모</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>안 읽음 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>you have left</source>
        <translation>내가 나감</translation>
    </message>
    <message>
        <source>nobody is there</source>
        <translation>상대 없음</translation>
    </message>
    <message>
        <source>No chats yet. /match looks for somebody.</source>
        <translation>아직 대화가 없어요. /match로 상대를 찾아보세요.</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>이 기기</translation>
    </message>
    <message>
        <source>%1 · last used %2</source>
        <translation>%1 · 마지막 사용 %2</translation>
    </message>
    <message>
        <source>/revoke N signs one of them out.</source>
        <translation>/revoke 번호: 그 기기를 로그아웃해요.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>There is no device number %1. /devices lists them.</source>
        <translation>%1번 기기가 없어요. 기기 목록은 /devices.</translation>
    </message>
    <message>
        <source>Device number %1 is signed out.</source>
        <translation>%1번 기기를 로그아웃했어요.</translation>
    </message>
    <message>
        <source>somebody who was proposed</source>
        <translation>제안으로 만난 사람</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · %2부터</translation>
    </message>
    <message>
        <source>You have blocked nobody.</source>
        <translation>차단한 사람이 없어요.</translation>
    </message>
    <message>
        <source>/unblock N undoes one of them.</source>
        <translation>/unblock 번호: 차단을 풀어요.</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>차단한 사람</translation>
    </message>
    <message>
        <source>There is no block number %1. /blocks lists them.</source>
        <translation>%1번 차단이 없어요. 차단 목록은 /blocks.</translation>
    </message>
    <message>
        <source>Block number %1 is undone.</source>
        <translation>%1번 차단을 풀었어요.</translation>
    </message>
    <message>
        <source>A line that begins with // sends a text that begins with a slash.</source>
        <translation>//로 시작하는 줄은 /로 시작하는 글로 보내요.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>No place called “%1” is known. Try the name of a district or a larger town.</source>
        <translation>‘%1’ 장소를 몰라요. 구 이름이나 더 큰 도시로 찾아보세요.</translation>
    </message>
    <message>
        <source>Say where you are, for instance: /match Gangnam 10km. Only a square of about %1 km is sent.</source>
        <translation>어디에 있는지 알려 주세요. 예: /match 강남 10km. 약 %1 km 크기의 구역만 보내요.</translation>
    </message>
    <message>
        <source>Looking for somebody near %1, %2.</source>
        <translation>상대를 찾고 있어요: %1 근처, %2.</translation>
    </message>
    <message>
        <source>near %1, %2</source>
        <translation>%1 근처, %2</translation>
    </message>
    <message>
        <source>Nobody is proposed at this moment.</source>
        <translation>지금은 답할 제안이 없어요.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>%1 이름으로 로그인했어요.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>로그인하지 않았어요.</translation>
    </message>
    <message>
        <source>Somebody was found. /accept or /decline.</source>
        <translation>상대를 찾았어요. /accept 수락, /decline 거절.</translation>
    </message>
    <message>
        <source>Looking for somebody %1.</source>
        <translation>상대를 찾고 있어요: %1.</translation>
    </message>
    <message>
        <source>Chats: %1. Unread messages: %2.</source>
        <translation>대화 %1개, 안 읽은 메시지 %2개.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait to be sent.</source>
        <translation>
            <numerusform>메시지 %n개가 보내기를 기다리고 있어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>상대 없음</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 님이 쓰고 있어요…</translation>
    </message>
    <message>
        <source>again in %1 s</source>
        <translation>%1초 뒤 다시 연결</translation>
    </message>
    <message>
        <source>looking %1</source>
        <translation>찾는 중: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>보낼 메시지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>You are asked before anybody meets you. /match with a longer distance finds more people, /cancel stops.</source>
        <translation>누구든 만나기 전에 먼저 물어봐요. /match에 더 먼 거리를 쓰면 더 많은 사람을 찾고, /cancel은 찾기를 그만둬요.</translation>
    </message>
    <message>
        <source>Somebody is waiting for your answer below.</source>
        <translation>아래에서 누군가 답을 기다리고 있어요.</translation>
    </message>
    <message>
        <source>Type /match, a place and how far, and press Enter:</source>
        <translation>/match와 장소, 거리를 쓰고 Enter를 눌러 보세요:</translation>
    </message>
    <message>
        <source>/match alone looks again near %1, %2.</source>
        <translation>/match만 쓰면 %1 근처에서 다시 찾아요 (%2).</translation>
    </message>
    <message>
        <source>Nobody learns where you are: only a square of about %1 km is sent, and others see a distance step after both have said yes.</source>
        <translation>어디에 있는지는 아무도 몰라요. 약 %1 km 크기의 구역만 보내고, 서로 수락한 뒤에만 대략적인 거리가 보여요.</translation>
    </message>
    <message>
        <source>Alt+1 to Alt+9 open a chat.</source>
        <translation>Alt+1부터 Alt+9까지 눌러 대화를 열어요.</translation>
    </message>
    <message>
        <source>Somebody was found. Would you like to talk?</source>
        <translation>상대를 찾았어요. 이야기해 볼까요?</translation>
    </message>
    <message>
        <source>A demo person, not a human.</source>
        <translation>사람이 아니라 데모 상대예요.</translation>
    </message>
    <message>
        <source>A chat opens when both say yes.</source>
        <translation>둘 다 수락하면 대화방이 열려요.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a day in this year</comment>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a day in another year</comment>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>short format of a day</comment>
        <translation>M. d.</translation>
    </message>
    <message>
        <source>PLACE 10km</source>
        <translation>장소 10km</translation>
    </message>
    <message>
        <source>Look for somebody near a place. Without words: as last time.</source>
        <translation>장소 근처에서 상대 찾기. 아무것도 안 쓰면 지난번처럼.</translation>
    </message>
    <message>
        <source>Stop looking.</source>
        <translation>그만 찾기.</translation>
    </message>
    <message>
        <source>Say yes to the person who was found.</source>
        <translation>찾은 상대 수락하기.</translation>
    </message>
    <message>
        <source>Say no. Nobody is told who said it.</source>
        <translation>거절하기. 누가 거절했는지는 알리지 않아요.</translation>
    </message>
    <message>
        <source>Tell how things stand.</source>
        <translation>지금 상태 보기.</translation>
    </message>
    <message>
        <source>List the chats.</source>
        <translation>대화 목록 보기.</translation>
    </message>
    <message>
        <source>N</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Open chat number N.</source>
        <translation>그 번호의 대화 열기.</translation>
    </message>
    <message>
        <source>Show older messages.</source>
        <translation>이전 메시지 보기.</translation>
    </message>
    <message>
        <source>List whom you have blocked.</source>
        <translation>차단한 사람 보기.</translation>
    </message>
    <message>
        <source>Undo block number N of the list.</source>
        <translation>목록에서 그 번호의 차단 풀기.</translation>
    </message>
    <message>
        <source>Send refused messages of this chat again; without connection, try now.</source>
        <translation>거부된 메시지 다시 보내기. 연결이 없으면 지금 연결하기.</translation>
    </message>
    <message>
        <source>Forget refused messages of this chat.</source>
        <translation>이 대화의 거부된 메시지 지우기.</translation>
    </message>
    <message>
        <source>List the devices that are signed in.</source>
        <translation>로그인한 기기 보기.</translation>
    </message>
    <message>
        <source>Sign device number N out.</source>
        <translation>그 번호의 기기 로그아웃하기.</translation>
    </message>
    <message>
        <source>ko|en</source>
        <translation>ko|en</translation>
    </message>
    <message>
        <source>Choose the language.</source>
        <translation>언어 고르기.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>로그인하기.</translation>
    </message>
    <message>
        <source>Make an account.</source>
        <translation>가입하기.</translation>
    </message>
    <message>
        <source>Sign this device out and erase what is stored here.</source>
        <translation>이 기기에서 로그아웃하고 저장한 내용 지우기.</translation>
    </message>
    <message>
        <source>Show this list.</source>
        <translation>이 목록 보기.</translation>
    </message>
    <message>
        <source>End the program.</source>
        <translation>프로그램 끝내기.</translation>
    </message>
    <message>
        <source>Type it like this: %1</source>
        <translation>이렇게 써 주세요: %1</translation>
    </message>
    <message>
        <source>There is no command /%1. Did you mean %2?</source>
        <translation>/%1 명령은 없어요. %2 말인가요?</translation>
    </message>
    <message>
        <source>There is no command /%1. /help lists them all.</source>
        <translation>/%1 명령은 없어요. 모든 명령은 /help.</translation>
    </message>
    <message>
        <source>The search has ended.</source>
        <translation>찾기가 끝났어요.</translation>
    </message>
    <message>
        <source>l leave · b block and leave · r report, block and leave · q quit · any other key: nothing</source>
        <translation>l 나가기 · b 차단하고 나가기 · r 신고, 차단하고 나가기 · q 끝내기 · 다른 키: 취소</translation>
    </message>
    <message>
        <source>/match to meet somebody, F1 for help</source>
        <translation>/match로 상대 찾기, F1 도움말</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>메시지 쓰기</translation>
    </message>
    <message>
        <source>This chat can only be read</source>
        <translation>읽기만 할 수 있는 대화예요</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>가까이</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Say hello!</source>
        <translation>아직 아무 글도 없어요. 인사를 건네 보세요!</translation>
    </message>
    <message>
        <source>F1 help</source>
        <translation>F1 도움말</translation>
    </message>
    <message>
        <source>Name and password are needed.</source>
        <translation>이름과 비밀번호를 써 주세요.</translation>
    </message>
    <message>
        <source>The date of birth is needed as year-month-day, for instance 2000-02-29.</source>
        <translation>생년월일을 년-월-일로 써 주세요. 예: 2000-02-29.</translation>
    </message>
    <message>
        <source>Jjak: a new account</source>
        <translation>Jjak: 가입</translation>
    </message>
    <message>
        <source>Jjak: sign in</source>
        <translation>Jjak: 로그인</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>서버: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>생년월일</translation>
    </message>
    <message>
        <source>You have to be %1 or older. The date itself is not kept.</source>
        <translation>만 %1세 이상이어야 해요. 날짜는 보관하지 않아요.</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>이 컴퓨터에서 로그인 유지</translation>
    </message>
    <message>
        <source>The account is being made…</source>
        <translation>가입하는 중…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>로그인하는 중…</translation>
    </message>
    <message>
        <source>F2 I have an account already</source>
        <translation>F2 이미 계정이 있어요</translation>
    </message>
    <message>
        <source>F2 I am new here</source>
        <translation>F2 처음이에요</translation>
    </message>
    <message>
        <source>F3 한국어/English · Tab next · Space switches · Esc quit</source>
        <translation>F3 한국어/English · Tab 다음 · Space 켜고 끄기 · Esc 끝내기</translation>
    </message>
    <message>
        <source>This is no terminal that can show a full screen. Try --plain.</source>
        <translation>전체 화면을 보여 줄 수 없는 터미널이에요. --plain으로 시작해 보세요.</translation>
    </message>
    <message>
        <source>The password file cannot be read: %1</source>
        <translation>비밀번호 파일을 읽을 수 없어요: %1</translation>
    </message>
    <message>
        <source>Jjak in the terminal: meet people nearby and talk.</source>
        <translation>터미널에서 쓰는 Jjak: 가까운 사람을 만나 이야기해요.</translation>
    </message>
    <message>
        <source>Address of the server, for instance jjak.example.org.</source>
        <translation>서버 주소. 예: jjak.example.org.</translation>
    </message>
    <message>
        <source>Sign in under this name.</source>
        <translation>이 이름으로 로그인.</translation>
    </message>
    <message>
        <source>The password is the first line of this file; else it is asked for.</source>
        <translation>이 파일의 첫 줄을 비밀번호로 씀. 없으면 물어봄.</translation>
    </message>
    <message>
        <source>Make a new account instead of signing in.</source>
        <translation>로그인하지 않고 새로 가입.</translation>
    </message>
    <message>
        <source>Date of birth for --sign-up.</source>
        <translation>--sign-up에 쓸 생년월일.</translation>
    </message>
    <message>
        <source>Language: ko or en.</source>
        <translation>언어: ko 또는 en.</translation>
    </message>
    <message>
        <source>Line by line, without control of the terminal: for screen readers and pipes.</source>
        <translation>화면을 제어하지 않고 한 줄씩: 화면 낭독기와 파이프용.</translation>
    </message>
    <message>
        <source>Let a scripted newcomer meet a demo person; the exit code is 0 if that works.</source>
        <translation>자동으로 움직이는 새 사용자가 데모 상대를 만나 봄. 성공하면 종료 코드 0.</translation>
    </message>
    <message>
        <source>“%1” is not understood. --help lists the options.</source>
        <translation>‘%1’ 옵션을 몰라요. 모든 옵션은 --help.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server.</source>
        <translation>‘%1’ 값은 서버 주소가 아니에요.</translation>
    </message>
    <message>
        <source>The language is ko or en.</source>
        <translation>언어는 ko나 en이에요.</translation>
    </message>
    <message>
        <source>Chat %1 with %2 is open. %3</source>
        <translation>%1번 대화를 열었어요: %2. %3</translation>
    </message>
    <message>
        <source>The language is English now.</source>
        <translation>이제 한국어로 보여 드려요.</translation>
    </message>
    <message>
        <source>Jjak %1. /help lists the commands.</source>
        <translation>Jjak %1. 명령 목록은 /help.</translation>
    </message>
    <message>
        <source>Sign in: /signin NAME. New here: /signup NAME.</source>
        <translation>로그인: /signin 이름. 처음이면: /signup 이름.</translation>
    </message>
    <message>
        <source>Not sent: “%1”. %2</source>
        <translation>보내지 못함: ‘%1’. %2</translation>
    </message>
    <message>
        <source>You are in chat %1 with %2.</source>
        <translation>지금 %1번 대화에 있어요: %2.</translation>
    </message>
    <message>
        <source>Older messages are not on this computer.</source>
        <translation>이전 메시지가 이 컴퓨터에 없어요.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s). /rooms lists the chats.</source>
        <translation>
            <numerusform>안 읽은 메시지가 %n개 있어요. 대화 목록은 /rooms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody was found (a demo person, not a human). /accept or /decline within %1.</source>
        <translation>상대를 찾았어요(사람이 아니라 데모 상대예요). %1 안에 /accept 수락, /decline 거절.</translation>
    </message>
    <message>
        <source>Somebody was found. /accept or /decline within %1.</source>
        <translation>상대를 찾았어요. %1 안에 /accept 수락, /decline 거절.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left to answer.</source>
        <translation>
            <numerusform>답할 시간이 %n초 남았어요.</numerusform>
        </translation>
    </message>
    <message>
        <source>You said yes. Waiting for the other answer.</source>
        <translation>수락했어요. 상대의 답을 기다려요.</translation>
    </message>
    <message>
        <source>Waiting for somebody %1.</source>
        <translation>상대를 기다리고 있어요: %1.</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>이름:</translation>
    </message>
    <message>
        <source>Password (at least 8 characters):</source>
        <translation>비밀번호(8자 이상):</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>비밀번호:</translation>
    </message>
    <message>
        <source>Date of birth as year-month-day (you have to be %1 or older):</source>
        <translation>생년월일, 년-월-일 (만 %1세 이상):</translation>
    </message>
    <message>
        <source>new messages</source>
        <translation>새 메시지</translation>
    </message>
    <message>
        <source>Please make the window larger.</source>
        <translation>창을 더 크게 해 주세요.</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>못 보냄</translation>
    </message>
    <message>
        <source>is writing…</source>
        <translation>쓰는 중…</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>아직 대화가 없어요</translation>
    </message>
    <message>
        <source> more below: PgDn </source>
        <translation> 아래에 더: PgDn </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>You said yes. Waiting for the other answer…</source>
        <translation>수락했어요. 상대의 답을 기다려요…</translation>
    </message>
    <message>
        <source>y yes   n no   Tab write on</source>
        <translation>y 수락   n 거절   Tab 계속 쓰기</translation>
    </message>
    <message>
        <source>Tab, then y or n; or /accept, /decline</source>
        <translation>Tab 뒤에 y나 n, 또는 /accept, /decline</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc 돌아가기</translation>
    </message>
    <message>
        <source>Say whom: /block 3 or /report 3 spam, with the number of the seat.</source>
        <translation>누구인지 자리 번호로 알려 주세요: /block 3 또는 /report 3 spam</translation>
    </message>
    <message>
        <source>Blind dates</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message>
        <source>There is no blind date number %1. /date lists them.</source>
        <translation>%1번 블라인드 데이트가 없어요. /date로 목록을 볼 수 있어요.</translation>
    </message>
    <message>
        <source>No blind date is planned.</source>
        <translation>예정된 블라인드 데이트가 없어요.</translation>
    </message>
    <message>
        <source>You are in no blind date and wait for none.</source>
        <translation>블라인드 데이트에 있지도, 기다리고 있지도 않아요.</translation>
    </message>
    <message>
        <source>You have left the blind date. It can still be read for a day.</source>
        <translation>블라인드 데이트에서 나왔어요. 하루 동안은 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>No blind date is on. /date tells when the next one is.</source>
        <translation>진행 중인 블라인드 데이트가 없어요. /date로 다음 일정을 볼 수 있어요.</translation>
    </message>
    <message>
        <source>There is no room to open: no arrow has met yours in the last 24 hours.</source>
        <translation>열 수 있는 방이 없어요. 방은 화살이 서로를 향한 뒤 24시간 안에 열 수 있어요.</translation>
    </message>
    <message>
        <source>Whose arrow met yours: /open N</source>
        <translation>화살이 만난 분: /open N</translation>
    </message>
    <message>
        <source>You will be reminded 10 minutes and 1 minute before “%1”, as long as this program runs.</source>
        <translation>이 프로그램이 켜져 있으면 ‘%1’ 10분 전과 1분 전에 알려 드려요.</translation>
    </message>
    <message>
        <source>You will not be reminded.</source>
        <translation>알림을 보내지 않아요.</translation>
    </message>
    <message>
        <source>You are waiting: %1 of %2 are here.</source>
        <translation>기다리는 중이에요: %2명 중 %1명이 모였어요.</translation>
    </message>
    <message>
        <source>A blind date is on: %1.</source>
        <translation>블라인드 데이트 진행 중: %1.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>나</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>차단함</translation>
    </message>
    <message>
        <source>your arrow</source>
        <translation>내 화살</translation>
    </message>
    <message>
        <source>1–%1 choose   0 nobody   Tab write on</source>
        <translation>1–%1 고르기   0 아무도   Tab 이어 쓰기</translation>
    </message>
    <message>
        <source>Tab, then 1–%1; or %2</source>
        <translation>Tab을 누르고 1–%1, 또는 %2</translation>
    </message>
    <message>
        <source>No arrow met yours this time.</source>
        <translation>이번에는 화살이 서로 만나지 않았어요.</translation>
    </message>
    <message>
        <source>Nobody learns where it pointed. Thank you for being here!</source>
        <translation>내 화살이 향한 곳은 아무도 몰라요. 함께해 주셔서 고마워요!</translation>
    </message>
    <message>
        <source>Your arrows met: %1!</source>
        <translation>서로를 향했어요: %1!</translation>
    </message>
    <message>
        <source>The time to open your room is over.</source>
        <translation>방을 열 수 있는 시간이 지났어요.</translation>
    </message>
    <message>
        <source>Your own room opens when both say yes.</source>
        <translation>둘 다 좋다고 하면 둘만의 방이 열려요.</translation>
    </message>
    <message>
        <source>Whom would you like to meet again?</source>
        <translation>누구를 다시 만나고 싶은가요?</translation>
    </message>
    <message>
        <source>Who makes the best first impression? Only you will know.</source>
        <translation>첫인상이 가장 좋은 분은 누구인가요? 나만 알 수 있어요.</translation>
    </message>
    <message>
        <source>The lobby of the blind date</source>
        <translation>블라인드 데이트 대기실</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Everybody gets a new name for the evening. A host leads through three topics; at the end each shoots one secret arrow.</source>
        <translation>모두 새 이름을 받아요. 진행자가 세 가지 주제로 이끌고, 끝에 저마다 비밀 화살을 하나 보내요.</translation>
    </message>
    <message>
        <source>/leave stops waiting.</source>
        <translation>/leave로 대기를 그만둬요.</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>자리</translation>
    </message>
    <message>
        <source>the lobby is open · %1</source>
        <translation>대기실이 열렸어요 · %1</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>지금 열려 있어요</translation>
    </message>
    <message numerus="yes">
        <source>“%1” begins in %n minute(s). /date join takes part.</source>
        <translation>
            <numerusform>‘%1’ 행사가 %n분 뒤에 시작해요. /date join으로 참여하세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your arrow points at nobody.</source>
        <translation>화살을 아무에게도 보내지 않아요.</translation>
    </message>
    <message>
        <source>Your arrow points at %1.</source>
        <translation>내 화살은 %1 님을 향해요.</translation>
    </message>
    <message>
        <source>You have noted nobody.</source>
        <translation>아무도 적어 두지 않았어요.</translation>
    </message>
    <message>
        <source>You have noted %1.</source>
        <translation>적어 둔 분: %1.</translation>
    </message>
    <message>
        <source>It starts as soon as it is full, or with those who are here: %1</source>
        <comment>a countdown</comment>
        <translation>다 차면 바로, 아니면 지금 모인 분들과 시작해요: %1</translation>
    </message>
    <message>
        <source>It starts as soon as enough people are here.</source>
        <translation>사람이 충분히 모이면 바로 시작해요.</translation>
    </message>
    <message>
        <source>Until it is full: %1</source>
        <comment>a rough wait</comment>
        <translation>다 찰 때까지: %1</translation>
    </message>
    <message>
        <source>You have been waiting for %1.</source>
        <translation>기다린 시간: %1.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>/leave leaves at once.</source>
        <translation>/leave로 바로 나가요.</translation>
    </message>
    <message>
        <source>/date join takes part in the next one, /remind on reminds you of it.</source>
        <translation>/date join으로 다음에 참여하고, /remind on으로 알림을 받아요.</translation>
    </message>
    <message>
        <source>waiting for a blind date %1/%2</source>
        <translation>블라인드 데이트 대기 %1/%2</translation>
    </message>
    <message>
        <source>blind date: %1</source>
        <translation>블라인드 데이트: %1</translation>
    </message>
    <message>
        <source>can be read until %1</source>
        <translation>%1까지 읽을 수 있어요</translation>
    </message>
    <message>
        <source>Blind date: “%1”, %2. /date join takes part.</source>
        <translation>블라인드 데이트: ‘%1’, %2. /date join으로 참여하세요.</translation>
    </message>
    <message>
        <source>join</source>
        <translation>join</translation>
    </message>
    <message>
        <source>Tell about blind dates; with “join” take part in the next one.</source>
        <translation>블라인드 데이트를 알려 줘요. ‘join’을 붙이면 다음에 참여해요.</translation>
    </message>
    <message>
        <source>N|nobody</source>
        <translation>N|nobody</translation>
    </message>
    <message>
        <source>Note a first impression, for yourself alone.</source>
        <translation>첫인상을 나만 보게 적어 둬요.</translation>
    </message>
    <message>
        <source>Point your arrow at seat N. Secret, and changeable until the time is up.</source>
        <translation>N번 자리로 화살을 보내요. 비밀이고, 시간이 끝날 때까지 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>Say that you want a room with whom your arrow met; N of several.</source>
        <translation>화살이 만난 분과 방을 열고 싶다고 말해요. 여럿이면 N으로 골라요.</translation>
    </message>
    <message>
        <source>on|off</source>
        <translation>on|off</translation>
    </message>
    <message>
        <source>Be reminded 10 minutes and 1 minute before the next blind date.</source>
        <translation>다음 블라인드 데이트 10분 전과 1분 전에 알림을 받아요.</translation>
    </message>
    <message>
        <source>Leave this chat, the blind date or its lobby, at once and for good.</source>
        <translation>이 대화나 블라인드 데이트, 대기실에서 바로 나가요. 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>N REASON NOTE</source>
        <translation>N 사유 메모</translation>
    </message>
    <message>
        <source>You do not wait for the blind date any more.</source>
        <translation>이제 블라인드 데이트를 기다리지 않아요.</translation>
    </message>
    <message>
        <source>Blind date</source>
        <translation>블라인드 데이트</translation>
    </message>
    <message>
        <source>With --check: the newcomer plays a blind date to its end too; an event has to be open.</source>
        <translation>--check와 함께: 새 손님이 블라인드 데이트도 끝까지 해 봐요. 열린 행사가 있어야 해요.</translation>
    </message>
    <message>
        <source>Waiting for the blind date: %1 of %2 are here.</source>
        <translation>블라인드 데이트 대기 중: %2명 중 %1명이 모였어요.</translation>
    </message>
    <message>
        <source>It starts in %1 at the latest.</source>
        <translation>늦어도 %1 뒤에 시작해요.</translation>
    </message>
    <message>
        <source>The blind date begins. Seats: %1.</source>
        <translation>블라인드 데이트가 시작돼요. 자리: %1.</translation>
    </message>
    <message>
        <source>Who makes the best first impression? /pick N within %1 s. Only you will know.</source>
        <translation>첫인상이 가장 좋은 분은 누구인가요? %1초 안에 /pick N. 나만 알 수 있어요.</translation>
    </message>
    <message>
        <source>Your arrow: /arrow N or /arrow nobody within %1 s. %2</source>
        <translation>화살: %1초 안에 /arrow N 또는 /arrow nobody. %2</translation>
    </message>
    <message>
        <source>%1: you can write for %2.</source>
        <translation>%1: %2 동안 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>다시 온 분: %1.</translation>
    </message>
    <message>
        <source>%1 is away.</source>
        <translation>자리를 비운 분: %1.</translation>
    </message>
    <message>
        <source>%1 has left.</source>
        <translation>나간 분: %1.</translation>
    </message>
    <message>
        <source>You can write now.</source>
        <translation>이제 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>/open says that you want a room for the two of you; it opens when both have.</source>
        <translation>/open으로 둘의 방을 원한다고 말해요. 둘 다 말하면 열려요.</translation>
    </message>
    <message>
        <source>The blind date is over. What was said can be read for a day.</source>
        <translation>블라인드 데이트가 끝났어요. 나눈 이야기는 하루 동안 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>진행자</translation>
    </message>
    <message>
        <source>There are no seats here: leave the number out, or open the blind date&apos;s chat first.</source>
        <translation>여기에는 자리가 없어요. 번호를 빼거나, 먼저 블라인드 데이트 대화를 열어 주세요.</translation>
    </message>
    <message>
        <source>This date is over; /date join takes part in another.</source>
        <translation>끝난 데이트예요. /date join으로 다음에 참여해요.</translation>
    </message>
    <message>
        <source>You would like a room with %1. When both have said so, it stands among your chats.</source>
        <translation>%1 님과 둘만의 방을 열고 싶다고 했어요. 두 사람 모두 원하면 대화 목록에 나타나요.</translation>
    </message>
    <message>
        <source>This is your room with %1.</source>
        <translation>%1 님과 둘만의 방이에요.</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>arrows met</source>
        <translation>서로를 향함</translation>
    </message>
    <message>
        <source>your pick</source>
        <translation>나의 첫인상</translation>
    </message>
    <message>
        <source>1–%1 choose   0 nobody</source>
        <translation>1–%1 고르기   0 아무도 아님</translation>
    </message>
    <message>
        <source>1–%1, 0 nobody</source>
        <translation>1–%1, 0 아무도 아님</translation>
    </message>
    <message>
        <source>Thank you for being here!</source>
        <translation>함께해 주셔서 고마워요!</translation>
    </message>
    <message>
        <source>Nobody learns where it pointed.</source>
        <translation>어디를 향했는지는 아무도 몰라요.</translation>
    </message>
    <message>
        <source>You said yes. When both have, the room stands among your chats.</source>
        <translation>좋다고 답했어요. 두 사람 모두 답하면 대화 목록에 방이 나타나요.</translation>
    </message>
    <message>
        <source>/open says yes</source>
        <translation>/open 좋다고 답하기</translation>
    </message>
    <message>
        <source>Your arrow met that of %1: /open says that you want a room for the two of you. %2 left.</source>
        <translation>%1 님과 화살이 서로를 향했어요. 둘만의 방을 원하면 /open을 입력하세요. %2 남음.</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결했어요</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>로그아웃했어요</translation>
    </message>
    <message>
        <source>All of it happened, in %1 s.</source>
        <translation>모두 잘 되었어요. %1초 걸렸어요.</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>연결하기</translation>
    </message>
    <message>
        <source>A newcomer visits %1</source>
        <translation>새로 온 사람이 %1에 들어가요</translation>
    </message>
    <message>
        <source>FAILED at “%1” after %2 s: %3</source>
        <translation>실패: ‘%1’, %2초 뒤: %3</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>너무 오래 걸렸어요.</translation>
    </message>
    <message>
        <source>Guest %1</source>
        <translation>손님 %1</translation>
    </message>
    <message>
        <source>sign up</source>
        <translation>가입하기</translation>
    </message>
    <message>
        <source>made an account as “%1”</source>
        <translation>‘%1’ 이름으로 계정을 만들었어요</translation>
    </message>
    <message>
        <source>wait for somebody</source>
        <translation>상대 기다리기</translation>
    </message>
    <message>
        <source>looks for somebody near %1, %2</source>
        <translation>%1 가까이에서 찾고 있어요 (%2)</translation>
    </message>
    <message>
        <source>a demo person was found</source>
        <translation>데모 상대를 찾았어요</translation>
    </message>
    <message>
        <source>somebody was found</source>
        <translation>상대를 찾았어요</translation>
    </message>
    <message>
        <source>said yes</source>
        <translation>수락했어요</translation>
    </message>
    <message>
        <source>the proposal ended: %1</source>
        <translation>제안이 끝났어요: %1</translation>
    </message>
    <message>
        <source>a room for two is open; behind the name was %1</source>
        <translation>둘만의 방이 열렸어요. 그 이름 뒤에는 %1 님이 있었어요</translation>
    </message>
    <message>
        <source>a chat with %1 is open</source>
        <translation>%1 님과의 대화가 열렸어요</translation>
    </message>
    <message>
        <source>message %1 and its answer</source>
        <translation>메시지 %1 보내고 답 받기</translation>
    </message>
    <message>
        <source>message %1 is stored: %2</source>
        <translation>메시지 %1 저장됨: %2</translation>
    </message>
    <message>
        <source>message %1 from %2: %3</source>
        <translation>메시지 %1, %2: %3</translation>
    </message>
    <message>
        <source>read, and be read</source>
        <translation>읽고, 읽음 확인받기</translation>
    </message>
    <message>
        <source>has read everything, and has been read up to message %1</source>
        <translation>모두 읽었고, 상대도 메시지 %1까지 읽었어요</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>로그아웃하기</translation>
    </message>
    <message>
        <source>take part in a blind date</source>
        <translation>블라인드 데이트 참여하기</translation>
    </message>
    <message>
        <source>waits in the lobby of “%1”</source>
        <translation>‘%1’ 대기실에서 기다려요</translation>
    </message>
    <message>
        <source>%1 of %2 are here</source>
        <translation>%2명 중 %1명이 모였어요</translation>
    </message>
    <message>
        <source>the arrow met that of %1</source>
        <translation>%1 님과 화살이 서로를 향했어요</translation>
    </message>
    <message>
        <source>the room of two whose arrows met</source>
        <translation>서로를 향한 두 사람의 방</translation>
    </message>
    <message>
        <source>sits down as %1, one of %2</source>
        <translation>%2명 가운데 한 자리에 앉았어요: %1</translation>
    </message>
    <message>
        <source>notes a first impression of %1</source>
        <translation>첫인상을 골랐어요: %1</translation>
    </message>
    <message>
        <source>points the arrow at %1</source>
        <translation>화살을 보냈어요: %1</translation>
    </message>
    <message>
        <source>the date is over, and a room for two is open</source>
        <translation>만남이 끝났고, 둘만의 방이 열렸어요</translation>
    </message>
    <message>
        <source>the date is over; this time the arrow met no other</source>
        <translation>만남이 끝났어요. 이번에는 화살이 서로 만나지 않았어요</translation>
    </message>
    <message>
        <source>Block this person and leave.</source>
        <translation>이 사람을 차단하고 나가요.</translation>
    </message>
    <message>
        <source>In a blind date: block whoever sits at N.</source>
        <translation>블라인드 데이트에서는 N번 자리 사람을 차단해요.</translation>
    </message>
    <message>
        <source>REASON NOTE</source>
        <translation>이유 내용</translation>
    </message>
    <message>
        <source>Report and block. Reasons: harassment, spam, underage, threat, sexual, other.</source>
        <translation>신고하고 차단해요. 이유: harassment, spam, underage, threat, sexual, other.</translation>
    </message>
    <message>
        <source>In a blind date: report and block whoever sits at N.</source>
        <translation>블라인드 데이트에서는 N번 자리 사람을 신고하고 차단해요.</translation>
    </message>
    <message>
        <source>You can write now: Enter sends your line.</source>
        <translation>이제 쓸 수 있어요. Enter를 누르면 보내요.</translation>
    </message>
    <message>
        <source>/leave stops waiting, F1 for help</source>
        <translation>/leave 그만 기다리기, F1 도움말</translation>
    </message>
    <message>
        <source>/date join or /match to meet somebody, F1 for help</source>
        <translation>/date join 또는 /match로 만나기, F1 도움말</translation>
    </message>
    <message>
        <source>/leave leaves at once</source>
        <translation>/leave 바로 나가기</translation>
    </message>
    <message>
        <source>You both said yes: your room stands among your chats.</source>
        <translation>두 사람 모두 좋다고 했어요. 대화 목록에 둘만의 방이 있어요.</translation>
    </message>
    <message>
        <source>Your last message is still on its way. Try again when it has been sent.</source>
        <translation>마지막 메시지를 아직 보내고 있어요. 다 보낸 다음에 다시 해 주세요.</translation>
    </message>
    <message>
        <source>You have written nothing here that could be changed.</source>
        <translation>여기에는 고칠 수 있는 내 메시지가 없어요.</translation>
    </message>
    <message>
        <source>Message %1 was deleted.</source>
        <translation>%1번 메시지는 삭제되었어요.</translation>
    </message>
    <message>
        <source>There is no message number %1 here.</source>
        <translation>여기에는 %1번 메시지가 없어요.</translation>
    </message>
    <message>
        <source>Message %1 is not yours: you can only change and delete your own.</source>
        <translation>%1번 메시지는 내 메시지가 아니에요. 내가 쓴 것만 고치고 삭제할 수 있어요.</translation>
    </message>
    <message>
        <source>N TEXT</source>
        <translation>번호 글</translation>
    </message>
    <message>
        <source>Answer message number N. The numbers are shown while you type this.</source>
        <translation>그 번호의 메시지에 답장해요. 번호는 이 명령을 쓰는 동안 보여요.</translation>
    </message>
    <message>
        <source>[N] TEXT</source>
        <translation>[번호] 글</translation>
    </message>
    <message>
        <source>Change the words of your last message, or of your message number N.</source>
        <translation>내 마지막 메시지나 그 번호의 내 메시지를 고쳐요.</translation>
    </message>
    <message>
        <source>Delete your message number N for everybody.</source>
        <translation>그 번호의 내 메시지를 모두에게서 삭제해요.</translation>
    </message>
    <message>
        <source>N EMOJI</source>
        <translation>번호 이모지</translation>
    </message>
    <message>
        <source>React to message number N, for instance with :heart:. Once more takes it back.</source>
        <translation>그 번호의 메시지에 반응을 남겨요. 예: :heart:. 한 번 더 하면 취소해요.</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(수정됨)</translation>
    </message>
    <message>
        <source>in answer to #%1</source>
        <translation>#%1에 대한 답장</translation>
    </message>
    <message>
        <source>in answer to #%1, %2</source>
        <translation>#%1에 대한 답장, %2</translation>
    </message>
    <message>
        <source>%1 deleted #%2.</source>
        <translation>%1: #%2 메시지를 삭제했어요.</translation>
    </message>
    <message>
        <source>%1 changed #%2: %3</source>
        <translation>%1: #%2 메시지를 고쳤어요: %3</translation>
    </message>
    <message>
        <source>%1 reacted to #%2 “%3” with %4</source>
        <translation>%1: #%2 “%3” 메시지에 %4 반응을 남겼어요</translation>
    </message>
    <message>
        <source>%1 took back %4 from #%2 “%3”</source>
        <translation>%1: #%2 “%3” 메시지의 %4 반응을 취소했어요</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>%1번 메시지</translation>
    </message>
    <message>
        <source>Say whom: /block 3 or /report 3 spam, with a number of /members.</source>
        <translation>누구인지 말해 주세요. /members의 번호로 /block 3 이나 /report 3 spam 처럼요.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 파일을 읽을 수 없어요.</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name.</source>
        <translation>%1 파일이 이미 있어요. 다른 이름을 골라 주세요.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1(으)로 저장했어요.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 파일을 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Open a group first. /group NAME makes one.</source>
        <translation>먼저 모임을 열어 주세요. /group 이름 으로 만들 수 있어요.</translation>
    </message>
    <message>
        <source>The group is open. /invite N brings in whom you talk with in chat number N.</source>
        <translation>모임이 열렸어요. /invite N 으로 N번 대화의 상대를 초대해요.</translation>
    </message>
    <message>
        <source>Number %1 is no chat with one person. /rooms lists them.</source>
        <translation>%1번은 한 사람과의 대화가 아니에요. /rooms 로 볼 수 있어요.</translation>
    </message>
    <message>
        <source>%1 is invited.</source>
        <translation>%1 님을 초대했어요.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>누군가</translation>
    </message>
    <message>
        <source>%1 · from %2 · %3</source>
        <translation>%1 · %2 님의 초대 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has invited you at this moment.</source>
        <translation>지금은 초대가 없어요.</translation>
    </message>
    <message>
        <source>/join N accepts one of them, /refuse N does not.</source>
        <translation>/join N 은 수락, /refuse N 은 거절이에요.</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>There is no invitation number %1. /invitations lists them.</source>
        <translation>%1번 초대는 없어요. /invitations 로 볼 수 있어요.</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (나)</translation>
    </message>
    <message>
        <source>banned</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>muted until %1</source>
        <translation>%1까지 쓸 수 없음</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>%1 · %2 · #%3</source>
        <comment>chat · when · number of the message</comment>
        <translation>%1 · %2 · #%3</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>찾지 못했어요.</translation>
    </message>
    <message>
        <source>There is more: look for something longer.</source>
        <translation>더 있어요. 더 긴 말로 찾아 보세요.</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>찾은 것: %1</translation>
    </message>
    <message>
        <source>The bell rings for news.</source>
        <translation>새 소식이 오면 벨이 울려요.</translation>
    </message>
    <message>
        <source>The bell is silent.</source>
        <translation>벨이 울리지 않아요.</translation>
    </message>
    <message>
        <source>The title shows how many messages are unread.</source>
        <translation>제목에 읽지 않은 메시지 수를 보여요.</translation>
    </message>
    <message>
        <source>The title does not show unread messages.</source>
        <translation>제목에 읽지 않은 메시지 수를 보이지 않아요.</translation>
    </message>
    <message>
        <source>Quiet hours: from %1 until %2 messages ring no bell.</source>
        <translation>조용한 시간: %1부터 %2까지 메시지가 와도 벨이 울리지 않아요.</translation>
    </message>
    <message>
        <source>There are no quiet hours.</source>
        <translation>조용한 시간이 없어요.</translation>
    </message>
    <message>
        <source>For an hour messages ring no bell.</source>
        <translation>한 시간 동안 메시지가 와도 벨이 울리지 않아요.</translation>
    </message>
    <message>
        <source>Messages ring the bell again.</source>
        <translation>다시 메시지가 오면 벨이 울려요.</translation>
    </message>
    <message>
        <source>This chat is silent now.</source>
        <translation>이제 이 대화는 조용해요.</translation>
    </message>
    <message>
        <source>This chat is not silent any more.</source>
        <translation>이제 이 대화도 알려요.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>말</translation>
    </message>
    <message>
        <source>Find messages that contain it: in this chat, or without one in all of them.</source>
        <translation>그 말이 든 메시지를 찾아요. 열린 대화에서, 없으면 모든 대화에서요.</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Send an image. The server takes out where and when it was taken.</source>
        <translation>사진을 보내요. 찍은 곳과 시간은 서버가 지워요.</translation>
    </message>
    <message>
        <source>Send a file as it is.</source>
        <translation>파일을 그대로 보내요.</translation>
    </message>
    <message>
        <source>N PATH</source>
        <translation>N 경로</translation>
    </message>
    <message>
        <source>Save the image or file of message number N.</source>
        <translation>N번 메시지의 사진이나 파일을 저장해요.</translation>
    </message>
    <message>
        <source>off|1h|1d|7d|30d</source>
        <translation>off|1h|1d|7d|30d</translation>
    </message>
    <message>
        <source>How long messages of this chat are kept from now on.</source>
        <translation>이제부터 이 대화의 메시지를 얼마나 둘지 정해요.</translation>
    </message>
    <message>
        <source>Mark all chats as read.</source>
        <translation>모든 대화를 읽음으로 표시해요.</translation>
    </message>
    <message>
        <source>Open a group of that name.</source>
        <translation>그 이름으로 모임을 만들어요.</translation>
    </message>
    <message>
        <source>Invite whom you talk with in chat number N into this group.</source>
        <translation>N번 대화의 상대를 이 모임에 초대해요.</translation>
    </message>
    <message>
        <source>List the groups you are invited to.</source>
        <translation>받은 초대를 보여요.</translation>
    </message>
    <message>
        <source>Accept invitation number N.</source>
        <translation>N번 초대를 수락해요.</translation>
    </message>
    <message>
        <source>Refuse invitation number N. Nobody is told.</source>
        <translation>N번 초대를 거절해요. 아무에게도 알리지 않아요.</translation>
    </message>
    <message>
        <source>List who is in this group.</source>
        <translation>이 모임의 회원을 보여요.</translation>
    </message>
    <message>
        <source>N owner|moderator|member|read_only</source>
        <translation>N owner|moderator|member|read_only</translation>
    </message>
    <message>
        <source>Give member number N another role; “owner” hands the group over.</source>
        <translation>N번 회원의 역할을 바꿔요. “owner”는 모임을 넘겨줘요.</translation>
    </message>
    <message>
        <source>Remove member number N from the group.</source>
        <translation>N번 회원을 모임에서 내보내요.</translation>
    </message>
    <message>
        <source>Remove member number N, who cannot be invited again.</source>
        <translation>N번 회원을 내보내고 다시 초대할 수 없게 해요.</translation>
    </message>
    <message>
        <source>Lift the ban of member number N.</source>
        <translation>N번 회원의 차단을 풀어요.</translation>
    </message>
    <message>
        <source>N MINUTES</source>
        <translation>N 분</translation>
    </message>
    <message>
        <source>Member number N may only read for so long; 0: may write again.</source>
        <translation>N번 회원이 그동안 읽기만 하게 해요. 0이면 다시 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Give this group another name.</source>
        <translation>이 모임의 이름을 바꿔요.</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Members wait so long between two messages; 0: not at all.</source>
        <translation>다음 메시지까지 그만큼 기다리게 해요. 0이면 기다리지 않아요.</translation>
    </message>
    <message>
        <source>Ring the terminal&apos;s bell for news, or not.</source>
        <translation>새 소식이 오면 벨을 울릴지 정해요.</translation>
    </message>
    <message>
        <source>Show in the window&apos;s title how many messages are unread, or not.</source>
        <translation>창 제목에 읽지 않은 메시지 수를 보일지 정해요.</translation>
    </message>
    <message>
        <source>22:00-08:00|off</source>
        <translation>22:00-08:00|off</translation>
    </message>
    <message>
        <source>Between these hours messages ring no bell.</source>
        <translation>이 시간에는 메시지가 와도 벨이 울리지 않아요.</translation>
    </message>
    <message>
        <source>This chat rings no bell and makes no notifications, on none of your devices.</source>
        <translation>이 대화는 어느 기기에서도 알리지 않아요.</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>이 도움말</translation>
    </message>
    <message>
        <source>Keys that work everywhere:</source>
        <translation>어디서나 쓰는 키:</translation>
    </message>
    <message>
        <source>Next area: line, proposal, chats, messages. Behind a slash: complete</source>
        <translation>다음 영역: 입력 줄, 제안, 대화 목록, 메시지. / 뒤에서는 자동 완성</translation>
    </message>
    <message>
        <source>The area before</source>
        <translation>이전 영역</translation>
    </message>
    <message>
        <source>Find a chat by its name (in the line: at its end)</source>
        <translation>이름으로 대화 찾기 (입력 줄에서는 줄 끝에서)</translation>
    </message>
    <message>
        <source>Chat of that number</source>
        <translation>그 번호의 대화</translation>
    </message>
    <message>
        <source>Next chat with something unread</source>
        <translation>읽지 않은 다음 대화</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>이전 대화</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>다음 대화</translation>
    </message>
    <message>
        <source>Older messages</source>
        <translation>이전 메시지</translation>
    </message>
    <message>
        <source>Newer messages</source>
        <translation>다음 메시지</translation>
    </message>
    <message>
        <source>Then l, b or r: leave, block or report at once</source>
        <translation>그다음 l, b, r: 바로 나가기, 차단, 신고</translation>
    </message>
    <message>
        <source>Draw the screen anew</source>
        <translation>화면 다시 그리기</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>프로그램 끝내기</translation>
    </message>
    <message>
        <source>The one above</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>In the areas of the chats and of the messages:</source>
        <translation>대화 목록과 메시지 영역에서:</translation>
    </message>
    <message>
        <source>The one below</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Half a page up</source>
        <translation>반쪽 위로</translation>
    </message>
    <message>
        <source>Half a page down</source>
        <translation>반쪽 아래로</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <translation>대화 열기</translation>
    </message>
    <message>
        <source>Reply to the message</source>
        <translation>메시지에 답장</translation>
    </message>
    <message>
        <source>Edit your message</source>
        <translation>내 메시지 고치기</translation>
    </message>
    <message>
        <source>Back to the line</source>
        <translation>입력 줄로</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>In the line:</source>
        <translation>입력 줄에서:</translation>
    </message>
    <message>
        <source>Give up the reply or the edit</source>
        <translation>답장이나 고치기 그만두기</translation>
    </message>
    <message>
        <source>What was typed before</source>
        <translation>전에 쓴 것</translation>
    </message>
    <message>
        <source>What was typed after it</source>
        <translation>그다음에 쓴 것</translation>
    </message>
    <message>
        <source>To its beginning</source>
        <translation>줄 처음으로</translation>
    </message>
    <message>
        <source>To its end</source>
        <translation>줄 끝으로</translation>
    </message>
    <message>
        <source>One character back</source>
        <translation>한 글자 앞으로</translation>
    </message>
    <message>
        <source>One character on</source>
        <translation>한 글자 뒤로</translation>
    </message>
    <message>
        <source>One word back</source>
        <translation>한 낱말 앞으로</translation>
    </message>
    <message>
        <source>One word on</source>
        <translation>한 낱말 뒤로</translation>
    </message>
    <message>
        <source>Erase the character before</source>
        <translation>앞 글자 지우기</translation>
    </message>
    <message>
        <source>Erase the character behind</source>
        <translation>뒤 글자 지우기</translation>
    </message>
    <message>
        <source>Erase the word before</source>
        <translation>앞 낱말 지우기</translation>
    </message>
    <message>
        <source>Erase what stands behind</source>
        <translation>뒤를 모두 지우기</translation>
    </message>
    <message>
        <source>Erase what stands before</source>
        <translation>앞을 모두 지우기</translation>
    </message>
    <message>
        <source>Put back what was erased last</source>
        <translation>마지막에 지운 것 되돌리기</translation>
    </message>
    <message>
        <source>Answer a proposal, in its area</source>
        <translation>제안 영역에서 답하기</translation>
    </message>
    <message>
        <source>In areas that come by themselves:</source>
        <translation>저절로 나타나는 영역에서:</translation>
    </message>
    <message>
        <source>In the area of a blind date&apos;s choice: choose a seat, or nobody</source>
        <translation>블라인드 데이트 선택 영역에서: 자리 고르기, 또는 아무도 고르지 않기</translation>
    </message>
    <message>
        <source>A new chat is open: Alt+A goes there.</source>
        <translation>새 대화가 열렸어요. Alt+A로 갈 수 있어요.</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>모두 읽었어요.</translation>
    </message>
    <message>
        <source>Your blind date goes on: Ctrl+K finds it</source>
        <translation>블라인드 데이트가 진행 중이에요. Ctrl+K로 찾아가세요</translation>
    </message>
    <message>
        <source>Send or erase your line first.</source>
        <translation>먼저 쓰던 줄을 보내거나 지워 주세요.</translation>
    </message>
    <message>
        <source>r reply, e edit, /react N, /delete N</source>
        <translation>r 답장, e 고치기, /react N, /delete N</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>이동: %1</translation>
    </message>
    <message>
        <source>No chat is called so.</source>
        <translation>그런 이름의 대화가 없어요.</translation>
    </message>
    <message>
        <source>You are invited to the group “%1” by %2. /join %3 accepts, /refuse %3 does not.</source>
        <translation>“%1” 모임에 초대받았어요 (보낸 사람: %2). 수락하려면 /join %3, 거절하려면 /refuse %3</translation>
    </message>
    <message>
        <source>send an image</source>
        <translation>사진 보내기</translation>
    </message>
    <message>
        <source>sends an image of %1 × %2 pixels, %3 bytes</source>
        <translation>%1 × %2 픽셀, %3바이트인 사진을 보내요</translation>
    </message>
    <message>
        <source>message %1 is stored: the image, with “%2”</source>
        <translation>메시지 %1 저장됨: 사진, “%2”</translation>
    </message>
    <message>
        <source>get the image back</source>
        <translation>사진 다시 받기</translation>
    </message>
    <message>
        <source>the image has come back, painted anew, %1 bytes</source>
        <translation>새로 그린 사진을 다시 받았어요, %1바이트</translation>
    </message>
    <message>
        <source>look for “%1”</source>
        <translation>“%1” 찾기</translation>
    </message>
    <message>
        <source>“%1” was not found.</source>
        <translation>“%1”을(를) 찾지 못했어요.</translation>
    </message>
    <message>
        <source>“%1” was found in message %2: %3</source>
        <translation>메시지 %2에서 “%1” 찾음: %3</translation>
    </message>
    <message>
        <source>Lounge: %1</source>
        <translation>라운지: %1</translation>
    </message>
    <message>
        <source>Lounge: popular today</source>
        <translation>라운지: 오늘의 인기 글</translation>
    </message>
    <message>
        <source>Lounge: popular this week</source>
        <translation>라운지: 이번 주 인기 글</translation>
    </message>
    <message>
        <source>Lounge: written by you</source>
        <translation>라운지: 내가 쓴 글</translation>
    </message>
    <message>
        <source>Lounge: liked by you</source>
        <translation>라운지: 좋아한 글</translation>
    </message>
    <message>
        <source>Lounge: new</source>
        <translation>라운지: 최신 글</translation>
    </message>
    <message>
        <source>The lounge</source>
        <translation>라운지</translation>
    </message>
    <message>
        <source>Nothing here yet. /post write begins something.</source>
        <translation>아직 아무것도 없어요. /post write로 시작해 보세요.</translation>
    </message>
    <message>
        <source>There is no more.</source>
        <translation>더 없어요.</translation>
    </message>
    <message>
        <source>/post N reads one of them.</source>
        <translation>/post N으로 읽어요.</translation>
    </message>
    <message>
        <source>/post N reads one of them, /lounge more lists the next ones.</source>
        <translation>/post N으로 읽고, /lounge more로 다음 글을 봐요.</translation>
    </message>
    <message>
        <source>Nothing is listed. /lounge lists the newest posts.</source>
        <translation>목록이 없어요. /lounge로 최신 글을 보세요.</translation>
    </message>
    <message>
        <source>Lounge: what is going on</source>
        <translation>라운지: 요즘 이야기</translation>
    </message>
    <message>
        <source>You in the lounge</source>
        <translation>라운지의 나</translation>
    </message>
    <message>
        <source>/post like %1 likes it, /post comment %1 TEXT comments on it.</source>
        <translation>/post like %1: 좋아요, /post comment %1 내용: 댓글</translation>
    </message>
    <message>
        <source>There are more comments: /post more</source>
        <translation>댓글이 더 있어요: /post more</translation>
    </message>
    <message>
        <source>No post is open. /post N opens one.</source>
        <translation>열린 글이 없어요. /post N으로 열어요.</translation>
    </message>
    <message>
        <source>There is no post number %1. /lounge lists them.</source>
        <translation>%1번 글이 없어요. /lounge로 목록을 보세요.</translation>
    </message>
    <message>
        <source>There is no comment number %1 here.</source>
        <translation>여기에는 %1번 댓글이 없어요.</translation>
    </message>
    <message>
        <source>Open the post first: /post %1</source>
        <translation>먼저 글을 열어 주세요: /post %1</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>취소했어요.</translation>
    </message>
    <message>
        <source>Liked.</source>
        <translation>좋아요를 눌렀어요.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>지웠어요.</translation>
    </message>
    <message>
        <source>Reported and blocked. Thank you. It is kept for those who decide.</source>
        <translation>신고하고 차단했어요. 고마워요. 판단할 사람을 위해 그대로 보관해요.</translation>
    </message>
    <message>
        <source>Your comment is there.</source>
        <translation>댓글이 올라갔어요.</translation>
    </message>
    <message>
        <source>In the lounge you are %1. /lounge me tells who can see what.</source>
        <translation>라운지에서는 %1 님이에요. 누가 무엇을 보는지는 /lounge me로 알 수 있어요.</translation>
    </message>
    <message>
        <source>First take a name for the lounge: /lounge name NAME. Choose another one than you sign in with.</source>
        <translation>먼저 라운지 이름을 정해 주세요: /lounge name 이름. 로그인 이름과 다르게 정해 주세요.</translation>
    </message>
    <message>
        <source>Go on with its text, line by line; a full stop alone ends it. /post drop throws the draft away.</source>
        <translation>내용을 한 줄씩 이어 적어 주세요. 마침표만 적으면 끝나요. /post drop은 임시 글을 버려요.</translation>
    </message>
    <message>
        <source>Your draft: %1</source>
        <translation>임시 글: %1</translation>
    </message>
    <message>
        <source>Your name in the lounge? Choose another one than you sign in with: nobody shall tell who is who. /post cancel stops.</source>
        <translation>라운지 이름은요? 누가 누구인지 알 수 없도록 로그인 이름과 다르게 정해 주세요. /post cancel: 그만두기</translation>
    </message>
    <message>
        <source>The new title? A full stop alone keeps “%1”.</source>
        <translation>새 제목은요? 마침표만 적으면 “%1” 그대로예요.</translation>
    </message>
    <message>
        <source>The title of your post? /post cancel stops.</source>
        <translation>글 제목은요? /post cancel: 그만두기</translation>
    </message>
    <message>
        <source>The new text, line by line; a full stop alone ends it, or keeps the old one.</source>
        <translation>새 내용을 한 줄씩 적어 주세요. 마침표만 적으면 끝나고, 바로 적으면 그대로 둬요.</translation>
    </message>
    <message>
        <source>The text, line by line; a full stop alone ends it.</source>
        <translation>내용을 한 줄씩 적어 주세요. 마침표만 적으면 끝나요.</translation>
    </message>
    <message>
        <source>Tags, for instance #walk #books? A full stop keeps them, - takes them off.</source>
        <translation>태그는요? 예: #산책 #책. 마침표는 그대로, -는 모두 빼요.</translation>
    </message>
    <message>
        <source>Tags, for instance #walk #books? A full stop for none.</source>
        <translation>태그는요? 예: #산책 #책. 없으면 마침표.</translation>
    </message>
    <message>
        <source>There is no draft. /post write begins a post.</source>
        <translation>임시 글이 없어요. /post write로 시작해요.</translation>
    </message>
    <message>
        <source>Your post is there. /lounge mine lists what you have written.</source>
        <translation>글이 올라갔어요. /lounge mine에서 내가 쓴 글을 봐요.</translation>
    </message>
    <message>
        <source>It is kept as a draft: /post write goes on with it, /post send tries again, /post drop throws it away.</source>
        <translation>임시 글로 남겨 두었어요. /post write로 이어 쓰고, /post send로 다시 올리고, /post drop으로 버려요.</translation>
    </message>
    <message>
        <source>Your post is changed.</source>
        <translation>글을 고쳤어요.</translation>
    </message>
    <message>
        <source>Your comment is changed.</source>
        <translation>댓글을 고쳤어요.</translation>
    </message>
    <message>
        <source>Nothing is being written.</source>
        <translation>쓰고 있는 글이 없어요.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>바뀐 것이 없어요.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>올린 것이 없어요.</translation>
    </message>
    <message>
        <source>The draft is thrown away.</source>
        <translation>임시 글을 버렸어요.</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>좋아요 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with yours</source>
        <comment>3 likes</comment>
        <translation>내 것 포함 %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n분 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n시간 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n일 전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>댓글 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %n time(s)</source>
        <translation>
            <numerusform>조회 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>What people write about today:</source>
        <translation>오늘 사람들이 쓰는 태그:</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Popular:</source>
        <translation>인기 글:</translation>
    </message>
    <message>
        <source>Most read this week:</source>
        <translation>이번 주 많이 읽은 글:</translation>
    </message>
    <message>
        <source>It is quiet here. /post write begins something.</source>
        <translation>아직 조용해요. /post write로 시작해 보세요.</translation>
    </message>
    <message>
        <source>Your name in the lounge: %1</source>
        <translation>라운지 이름: %1</translation>
    </message>
    <message>
        <source>You have no name in the lounge yet. /lounge name NAME takes one.</source>
        <translation>라운지 이름이 아직 없어요. /lounge name 이름으로 정해 주세요.</translation>
    </message>
    <message>
        <source>/lounge</source>
        <translation>/lounge</translation>
    </message>
    <message>
        <source>The newest posts.</source>
        <translation>최신 글.</translation>
    </message>
    <message>
        <source>/lounge today|week</source>
        <translation>/lounge today|week</translation>
    </message>
    <message>
        <source>The popular ones of the day, of the week.</source>
        <translation>오늘의 인기 글, 이번 주 인기 글.</translation>
    </message>
    <message>
        <source>/lounge mine|liked</source>
        <translation>/lounge mine|liked</translation>
    </message>
    <message>
        <source>Those you have written, those you like.</source>
        <translation>내가 쓴 글, 좋아한 글.</translation>
    </message>
    <message>
        <source>/lounge #TAG|TEXT</source>
        <translation>/lounge #태그|글자</translation>
    </message>
    <message>
        <source>Those under a tag, those with a text.</source>
        <translation>태그의 글, 그 글자가 든 글.</translation>
    </message>
    <message>
        <source>/lounge more</source>
        <translation>/lounge more</translation>
    </message>
    <message>
        <source>The next ones of the last list.</source>
        <translation>마지막 목록의 다음 글.</translation>
    </message>
    <message>
        <source>/lounge board</source>
        <translation>/lounge board</translation>
    </message>
    <message>
        <source>/lounge name NAME</source>
        <translation>/lounge name 이름</translation>
    </message>
    <message>
        <source>Your name in the lounge: another one than you sign in with.</source>
        <translation>라운지 이름. 로그인 이름과 다르게.</translation>
    </message>
    <message>
        <source>/lounge me</source>
        <translation>/lounge me</translation>
    </message>
    <message>
        <source>Who you are there, and who can see what of it.</source>
        <translation>라운지의 나, 그리고 누가 무엇을 보는지.</translation>
    </message>
    <message>
        <source>/post N</source>
        <translation>/post N</translation>
    </message>
    <message>
        <source>Read post number N; /post more for more of its comments.</source>
        <translation>N번 글 읽기. 댓글이 더 있으면 /post more.</translation>
    </message>
    <message>
        <source>/post write</source>
        <translation>/post write</translation>
    </message>
    <message>
        <source>Write a post, step by step. /post cancel stops, /post send and /post drop are for the draft.</source>
        <translation>차례대로 글쓰기. /post cancel: 그만두기, /post send와 /post drop: 임시 글 올리기와 버리기.</translation>
    </message>
    <message>
        <source>/post write TITLE | TEXT | #TAG #TAG</source>
        <translation>/post write 제목 | 내용 | #태그 #태그</translation>
    </message>
    <message>
        <source>The same in one line.</source>
        <translation>한 줄로 쓰기.</translation>
    </message>
    <message>
        <source>/post comment N TEXT</source>
        <translation>/post comment N 내용</translation>
    </message>
    <message>
        <source>Comment on post number N.</source>
        <translation>N번 글에 댓글.</translation>
    </message>
    <message>
        <source>/post like N</source>
        <translation>/post like N</translation>
    </message>
    <message>
        <source>Like it; once more takes it back. N.C is comment number C of post number N, here and below.</source>
        <translation>좋아요, 다시 하면 취소. N.C는 N번 글의 C번 댓글이에요(아래도 같아요).</translation>
    </message>
    <message>
        <source>/post edit N</source>
        <translation>/post edit N</translation>
    </message>
    <message>
        <source>Change your post step by step, or with TITLE | TEXT | #TAG behind it; /post edit N.C TEXT your comment.</source>
        <translation>내 글을 차례대로, 또는 뒤에 제목 | 내용 | #태그를 붙여 고치기. 댓글은 /post edit N.C 내용.</translation>
    </message>
    <message>
        <source>/post delete N</source>
        <translation>/post delete N</translation>
    </message>
    <message>
        <source>Delete your post or comment.</source>
        <translation>내 글이나 댓글 지우기.</translation>
    </message>
    <message>
        <source>/post report N REASON NOTE</source>
        <translation>/post report N 이유 메모</translation>
    </message>
    <message>
        <source>Report and block who wrote it. Reasons: harassment, spam, underage, threat, sexual, other.</source>
        <translation>글쓴이를 신고하고 차단하기. 이유: harassment, spam, underage, threat, sexual, other.</translation>
    </message>
    <message>
        <source>/post block N</source>
        <translation>/post block N</translation>
    </message>
    <message>
        <source>Block who wrote it.</source>
        <translation>글쓴이 차단하기.</translation>
    </message>
    <message>
        <source>How popular is counted:</source>
        <translation>인기 점수 계산 방법:</translation>
    </message>
    <message>
        <source>today|week|#TAG|TEXT</source>
        <translation>today|week|#태그|글자</translation>
    </message>
    <message>
        <source>Posts of the lounge, the newest without words; “/lounge ?” tells all of it.</source>
        <translation>라운지의 글, 말이 없으면 최신 글. 전부는 “/lounge ?”.</translation>
    </message>
    <message>
        <source>N|write</source>
        <translation>N|write</translation>
    </message>
    <message>
        <source>Read post number N, or write one; “/post ?” tells all of it.</source>
        <translation>N번 글을 읽거나 쓰기. 전부는 “/post ?”.</translation>
    </message>
    <message>
        <source>Your answer, for the lounge; /post cancel stops</source>
        <translation>라운지 글에 쓸 답 (/post cancel: 그만두기)</translation>
    </message>
    <message>
        <source>Your coffee tables</source>
        <translation>내 커피 테이블</translation>
    </message>
    <message>
        <source>Your coffee tables that have ended</source>
        <translation>끝난 내 커피 테이블</translation>
    </message>
    <message>
        <source>Coffee tables</source>
        <translation>커피 테이블</translation>
    </message>
    <message>
        <source>You have another table at the same hour. Put “| sure” behind it to open this one all the same.</source>
        <translation>같은 시간에 다른 테이블이 있어요. 그래도 열려면 뒤에 “| sure”를 붙여 주세요.</translation>
    </message>
    <message>
        <source>You have another table at the same hour. Put “sure” behind it to come all the same.</source>
        <translation>같은 시간에 다른 테이블이 있어요. 그래도 가려면 뒤에 “sure”를 붙여 주세요.</translation>
    </message>
    <message>
        <source>All seats are taken. /table join %1 line waits for one.</source>
        <translation>자리가 다 찼어요. /table join %1 line으로 줄을 서서 기다릴 수 있어요.</translation>
    </message>
    <message>
        <source>No table is open or coming. /table open | TOPIC offers one with your post.</source>
        <translation>열렸거나 열릴 테이블이 없어요. /table open | 주제로 내 글에 테이블을 열 수 있어요.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>없어요.</translation>
    </message>
    <message>
        <source>/table N tells all of one.</source>
        <translation>/table N으로 하나를 자세히 볼 수 있어요.</translation>
    </message>
    <message>
        <source>/table N tells all of one, /table more lists the next ones.</source>
        <translation>/table N으로 하나를 자세히, /table more로 다음 테이블을 볼 수 있어요.</translation>
    </message>
    <message>
        <source>No tables are listed. /table lists the coming ones.</source>
        <translation>나열된 테이블이 없어요. /table로 다가오는 테이블을 볼 수 있어요.</translation>
    </message>
    <message>
        <source>There is no table number %1. /table lists them.</source>
        <translation>%1번 테이블이 없어요. /table로 목록을 볼 수 있어요.</translation>
    </message>
    <message>
        <source>The table has another topic now.</source>
        <translation>테이블의 주제를 바꿨어요.</translation>
    </message>
    <message>
        <source>Open your post first, /post N, or name it: /table open N | TOPIC</source>
        <translation>먼저 /post N으로 내 글을 열거나 번호를 적어 주세요: /table open N | 주제</translation>
    </message>
    <message>
        <source>That moment has passed. Without a time the table opens now.</source>
        <translation>이미 지난 시각이에요. 시각을 적지 않으면 지금 열려요.</translation>
    </message>
    <message>
        <source>A table can be offered at most 30 days ahead.</source>
        <translation>테이블은 30일 뒤까지만 열 수 있어요.</translation>
    </message>
    <message>
        <source>No seat is kept for you there. /table join %1 asks for one.</source>
        <translation>맡아 둔 자리가 없어요. /table join %1로 자리를 청할 수 있어요.</translation>
    </message>
    <message>
        <source>The table is closed.</source>
        <translation>테이블을 닫았어요.</translation>
    </message>
    <message>
        <source>You do not sit there any more, and wait for no seat.</source>
        <translation>이제 그 테이블에 앉아 있지도, 기다리지도 않아요.</translation>
    </message>
    <message>
        <source>All want to keep it: it does not end by itself.</source>
        <translation>모두가 남기고 싶어 해요. 저절로 끝나지 않아요.</translation>
    </message>
    <message>
        <source>You want to keep it; it stays once all do.</source>
        <translation>남기고 싶다고 했어요. 모두가 원하면 남아요.</translation>
    </message>
    <message>
        <source>You do not want to keep it any more.</source>
        <translation>남기고 싶다는 뜻을 거두었어요.</translation>
    </message>
    <message>
        <source>Nobody of the name %1 sits there.</source>
        <translation>%1 님은 그 테이블에 앉아 있지 않아요.</translation>
    </message>
    <message>
        <source>Nobody of the name %1 asks to come.</source>
        <translation>%1 님은 참여를 청하지 않았어요.</translation>
    </message>
    <message>
        <source>%1 does not sit there any more.</source>
        <translation>%1 님은 이제 그 테이블에 없어요.</translation>
    </message>
    <message>
        <source>%1 may come.</source>
        <translation>%1 님을 받아들였어요.</translation>
    </message>
    <message>
        <source>%1 may not come. Nobody is told.</source>
        <translation>%1 님을 받아들이지 않았어요. 아무에게도 알리지 않아요.</translation>
    </message>
    <message>
        <source>%1 (demo person)</source>
        <translation>%1(데모)</translation>
    </message>
    <message>
        <source>ended · %1</source>
        <comment>a table</comment>
        <translation>끝남 · %1</translation>
    </message>
    <message>
        <source>open now</source>
        <comment>a table</comment>
        <translation>지금 열려 있음</translation>
    </message>
    <message>
        <source>yours</source>
        <comment>a table</comment>
        <translation>내 테이블</translation>
    </message>
    <message>
        <source>you have a seat</source>
        <translation>내 자리가 있음</translation>
    </message>
    <message>
        <source>a seat is kept for you</source>
        <translation>맡아 둔 자리가 있음</translation>
    </message>
    <message>
        <source>you are number %1 in line</source>
        <translation>줄에서 %1번째</translation>
    </message>
    <message>
        <source>you have asked to come</source>
        <translation>참여를 청함</translation>
    </message>
    <message>
        <source>%1 of %2 seats taken</source>
        <translation>%2자리 중 %1자리 참</translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n명이 줄을 섬</numerusform>
        </translation>
    </message>
    <message>
        <source>the host decides who comes</source>
        <translation>주인장이 승인</translation>
    </message>
    <message>
        <source>%1, the host</source>
        <translation>%1, 주인장</translation>
    </message>
    <message>
        <source>Who asks to come:</source>
        <translation>참여를 청한 사람:</translation>
    </message>
    <message>
        <source>It is kept: it does not end by itself.</source>
        <translation>남기기로 해서 저절로 끝나지 않아요.</translation>
    </message>
    <message>
        <source>It ends a day after the last message, unless all want to keep it; of %1 do %2.</source>
        <translation>모두가 남기고 싶어 하지 않으면 마지막 메시지 하루 뒤에 끝나요. %1명 중 %2명이 원해요.</translation>
    </message>
    <message>
        <source>/table join %1 asks the host for a seat.</source>
        <translation>/table join %1로 주인장에게 자리를 청해요.</translation>
    </message>
    <message>
        <source>/table join %1 takes a seat.</source>
        <translation>/table join %1로 앉아요.</translation>
    </message>
    <message>
        <source>/table join %1 line waits for a seat.</source>
        <translation>/table join %1 line으로 줄을 서서 자리를 기다려요.</translation>
    </message>
    <message>
        <source>The table has ended. What was said there can be read for a day: /rooms.</source>
        <translation>테이블이 끝났어요. 나눈 이야기는 하루 동안 /rooms에서 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>The table has ended.</source>
        <translation>테이블이 끝났어요.</translation>
    </message>
    <message>
        <source>It is your table. Its room is open: /rooms lists it.</source>
        <translation>내 테이블이에요. 대화방이 열려 있어요: /rooms에서 볼 수 있어요.</translation>
    </message>
    <message>
        <source>It is your table. Its room opens by itself.</source>
        <translation>내 테이블이에요. 대화방은 때가 되면 저절로 열려요.</translation>
    </message>
    <message>
        <source>You have a seat. The room is open: /rooms lists it.</source>
        <translation>자리에 앉았어요. 대화방이 열려 있어요: /rooms에서 볼 수 있어요.</translation>
    </message>
    <message>
        <source>You have a seat. The room opens by itself.</source>
        <translation>자리에 앉았어요. 대화방은 때가 되면 저절로 열려요.</translation>
    </message>
    <message>
        <source>A seat is kept for you until %1: /table take %2</source>
        <translation>%1까지 자리를 맡아 두었어요: /table take %2</translation>
    </message>
    <message>
        <source>You are number %1 in line. You are told when a seat is free.</source>
        <translation>줄에서 %1번째예요. 자리가 나면 알려 드려요.</translation>
    </message>
    <message>
        <source>You have asked for a seat. You are told when the host says yes; a no is told to nobody.</source>
        <translation>자리를 청했어요. 주인장이 받아들이면 알려 드려요. 거절은 아무에게도 알리지 않아요.</translation>
    </message>
    <message>
        <source>You have no seat there.</source>
        <translation>그 테이블에 내 자리는 없어요.</translation>
    </message>
    <message>
        <source>/table admit %1 NAME gives a seat, /table refuse %1 NAME does not.</source>
        <translation>/table admit %1 이름은 자리를 주고, /table refuse %1 이름은 주지 않아요.</translation>
    </message>
    <message>
        <source>A seat at the table “%1” is kept for you until %2: /table take %3</source>
        <translation>“%1” 테이블에 %2까지 자리를 맡아 두었어요: /table take %3</translation>
    </message>
    <message>
        <source>The host said yes: you have a seat at the table “%1”.</source>
        <translation>주인장이 받아들였어요. “%1” 테이블에 자리가 생겼어요.</translation>
    </message>
    <message>
        <source>%1 asks to come to your table “%2”: /table admit %3 %1</source>
        <translation>%1 님이 내 테이블 “%2”에 참여하고 싶어 해요: /table admit %3 %1</translation>
    </message>
    <message>
        <source>The table “%1” is open: /rooms lists its room.</source>
        <translation>“%1” 테이블이 열렸어요: 대화방은 /rooms에 있어요.</translation>
    </message>
    <message>
        <source>The table “%1” has ended.</source>
        <translation>“%1” 테이블이 끝났어요.</translation>
    </message>
    <message>
        <source>/table</source>
        <translation>/table</translation>
    </message>
    <message>
        <source>Tables that are open or coming, the next first.</source>
        <translation>열려 있거나 열릴 테이블을 가까운 것부터 봐요.</translation>
    </message>
    <message>
        <source>/table mine|past</source>
        <translation>/table mine|past</translation>
    </message>
    <message>
        <source>Those you have to do with; those of them that have ended.</source>
        <translation>나와 관련된 테이블, 그중 끝난 테이블을 봐요.</translation>
    </message>
    <message>
        <source>/table more</source>
        <translation>/table more</translation>
    </message>
    <message>
        <source>/table N</source>
        <translation>/table N</translation>
    </message>
    <message>
        <source>Who sits at table number N, and what you can do.</source>
        <translation>N번 테이블에 누가 앉아 있고 무엇을 할 수 있는지 봐요.</translation>
    </message>
    <message>
        <source>/table open | TOPIC</source>
        <translation>/table open | 주제</translation>
    </message>
    <message>
        <source>Offer a table with your post that is open; “/table open N | TOPIC” with post number N.</source>
        <translation>열어 둔 내 글에 테이블을 열어요. “/table open N | 주제”는 N번 글에 열어요.</translation>
    </message>
    <message>
        <source>/table open 2026-12-24 19:30 | TOPIC | seats 3 | approval</source>
        <translation>/table open 2026-12-24 19:30 | 주제 | seats 3 | approval</translation>
    </message>
    <message>
        <source>The same for later, for three people, and you decide who comes.</source>
        <translation>나중 시각에 세 명 자리로, 누가 올지 내가 정해요.</translation>
    </message>
    <message>
        <source>/table join N</source>
        <translation>/table join N</translation>
    </message>
    <message>
        <source>Take a seat; with “line” behind it wait for one.</source>
        <translation>자리에 앉아요. 뒤에 “line”을 붙이면 줄을 서서 기다려요.</translation>
    </message>
    <message>
        <source>/table take N</source>
        <translation>/table take N</translation>
    </message>
    <message>
        <source>Take the seat that is kept for you.</source>
        <translation>맡아 둔 자리에 앉아요.</translation>
    </message>
    <message>
        <source>/table leave N</source>
        <translation>/table leave N</translation>
    </message>
    <message>
        <source>Give back your seat, or your place in line; a host closes the table.</source>
        <translation>자리나 줄을 내놓아요. 주인장이 나가면 테이블이 닫혀요.</translation>
    </message>
    <message>
        <source>/table keep N</source>
        <translation>/table keep N</translation>
    </message>
    <message>
        <source>Want it to stay; once all do, it does not end by itself. Once more takes it back.</source>
        <translation>남기고 싶다고 해요. 모두가 원하면 저절로 끝나지 않아요. 한 번 더 하면 거두어요.</translation>
    </message>
    <message>
        <source>/table admit|refuse N NAME</source>
        <translation>/table admit|refuse N 이름</translation>
    </message>
    <message>
        <source>Host: say yes or no to who asks to come.</source>
        <translation>주인장: 참여를 청한 사람을 받아들이거나 거절해요.</translation>
    </message>
    <message>
        <source>/table remove N NAME</source>
        <translation>/table remove N 이름</translation>
    </message>
    <message>
        <source>Host: take somebody&apos;s seat, for good.</source>
        <translation>주인장: 누군가를 아주 내보내요.</translation>
    </message>
    <message>
        <source>/table rename N TOPIC</source>
        <translation>/table rename N 주제</translation>
    </message>
    <message>
        <source>Host: another topic.</source>
        <translation>주인장: 주제를 바꿔요.</translation>
    </message>
    <message>
        <source>/table close N</source>
        <translation>/table close N</translation>
    </message>
    <message>
        <source>Host: end it.</source>
        <translation>주인장: 테이블을 끝내요.</translation>
    </message>
    <message>
        <source>N|open|join|leave</source>
        <translation>N|open|join|leave</translation>
    </message>
    <message>
        <source>Coffee tables of the lounge, the coming ones without words; “/table ?” tells all of it.</source>
        <translation>라운지의 커피 테이블이에요. 뒤에 아무것도 없으면 다가오는 테이블을 보여 줘요. 자세한 것은 “/table ?”</translation>
    </message>
    <message>
        <source>Coffee tables: %1</source>
        <translation>커피 테이블: %1</translation>
    </message>
    <message>
        <source>No table has that in its topic, or as a tag of its post.</source>
        <translation>주제나 글의 태그에 그 말이 있는 테이블이 없어요.</translation>
    </message>
    <message>
        <source>With a seat:</source>
        <translation>자리가 있는 테이블:</translation>
    </message>
    <message>
        <source>Waiting:</source>
        <translation>기다리는 테이블:</translation>
    </message>
    <message>
        <source>You can thank the host when you have sat there while its room was open.</source>
        <translation>대화방이 열려 있을 때 앉아 있었다면 주인장에게 고마움을 전할 수 있어요.</translation>
    </message>
    <message>
        <source>The host can be thanked until a day after the end.</source>
        <translation>끝나고 하루 뒤까지 주인장에게 고마움을 전할 수 있어요.</translation>
    </message>
    <message>
        <source>You have thanked the host. Nobody is told who did, only how many.</source>
        <translation>주인장에게 고마움을 전했어요. 누가 전했는지는 알리지 않고 몇 명인지만 보여요.</translation>
    </message>
    <message>
        <source>Your thanks are taken back.</source>
        <translation>고마움을 거두었어요.</translation>
    </message>
    <message>
        <source>You have thanked the host.</source>
        <translation>주인장에게 고마움을 전했어요.</translation>
    </message>
    <message>
        <source>/table thank %1 thanks the host.</source>
        <translation>/table thank %1로 주인장에게 고마움을 전해요.</translation>
    </message>
    <message>
        <source>/table find TEXT</source>
        <translation>/table find 글자</translation>
    </message>
    <message>
        <source>Those with that in their topic, or as a tag of their post.</source>
        <translation>주제나 글의 태그에 그 말이 있는 테이블을 찾아요.</translation>
    </message>
    <message>
        <source>/table thank N</source>
        <translation>/table thank N</translation>
    </message>
    <message>
        <source>Thank the host, until a day after the end. Once more takes it back.</source>
        <translation>주인장에게 고마움을 전해요. 끝나고 하루 뒤까지, 한 번 더 하면 거두어요.</translation>
    </message>
    <message>
        <source>/table remind N</source>
        <translation>/table remind N</translation>
    </message>
    <message>
        <source>Be reminded 10 minutes and 1 minute before; once more takes it back.</source>
        <translation>10분 전과 1분 전에 알림을 받아요. 한 번 더 하면 취소돼요.</translation>
    </message>
    <message>
        <source>/table ics N FILE</source>
        <translation>/table ics N 파일</translation>
    </message>
    <message>
        <source>Save the date for your calendar; without a name it gets one.</source>
        <translation>캘린더에 넣을 파일로 저장해요. 이름이 없으면 지어 줘요.</translation>
    </message>
    <message>
        <source>Hosts of coffee tables, thanked by most guests this week:</source>
        <translation>이번 주에 가장 많은 손님이 고마움을 전한 커피 테이블 주인장:</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>손님 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags of the day, popular and most read posts, hosts who were thanked most.</source>
        <translation>오늘의 태그, 인기 글과 많이 읽은 글, 고마움을 많이 받은 주인장을 봐요.</translation>
    </message>
    <message>
        <source>Table: %1</source>
        <comment>its topic</comment>
        <translation>테이블: %1</translation>
    </message>
    <message>
        <source>Blind date: %1</source>
        <comment>its title</comment>
        <translation>블라인드 데이트: %1</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>short format of a day with its name</comment>
        <translation>M월 d일 ddd</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>format of a month</comment>
        <translation>yyyy년 MMMM</translation>
    </message>
    <message>
        <source>* your tables   o blind dates   [ ] today</source>
        <translation>* 내 테이블   o 블라인드 데이트   [ ] 오늘</translation>
    </message>
    <message>
        <source>Nothing in this month. /table lists tables to join, /date tells of blind dates.</source>
        <translation>이달에는 일정이 없어요. /table로 테이블을, /date로 블라인드 데이트를 볼 수 있어요.</translation>
    </message>
    <message numerus="yes">
        <source>The table “%1” opens in %n minute(s).</source>
        <translation>
            <numerusform>‘%1’ 테이블이 %n분 뒤에 열려요.</numerusform>
        </translation>
    </message>
    <message>
        <source>This table has begun already.</source>
        <translation>이 테이블은 이미 시작했어요.</translation>
    </message>
    <message>
        <source>2026-12</source>
        <translation>2026-12</translation>
    </message>
    <message>
        <source>Your tables and the blind dates of a month; without words of this one.</source>
        <translation>한 달의 내 테이블과 블라인드 데이트를 봐요. 뒤에 아무것도 없으면 이번 달이에요.</translation>
    </message>
    <message>
        <source>Post number %1 has no pictures.</source>
        <translation>%1번 글에는 사진이 없어요.</translation>
    </message>
    <message>
        <source>There is no picture number %1 in it.</source>
        <translation>그 글에는 %1번 사진이 없어요.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1×%2 픽셀</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>사진 %1: %2</translation>
    </message>
    <message>
        <source>/post save %1.1 PATH saves one of them.</source>
        <translation>/post save %1.1 경로로 하나를 저장해요.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>/post save N.P PATH</source>
        <translation>/post save N.P 경로</translation>
    </message>
    <message>
        <source>Save picture number P of post number N; without P the first one.</source>
        <translation>N번 글의 P번째 사진을 저장해요. P가 없으면 첫 번째예요.</translation>
    </message>
    <message>
        <source>Pictures that go with it: %1</source>
        <translation>함께 올라가는 사진: %1</translation>
    </message>
    <message>
        <source>Coffee table: %1</source>
        <translation>커피 테이블: %1</translation>
    </message>
    <message>
        <source>/table find %1 lists it, to take a seat.</source>
        <translation>/table find %1로 찾아 앉을 수 있어요.</translation>
    </message>
</context>
</TS>
