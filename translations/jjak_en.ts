<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>jjak</name>
    <message numerus="yes">
        <source>Please try again in %n second(s).</source>
        <translation>
            <numerusform>Please try again in %n second.</numerusform>
            <numerusform>Please try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The host is speaking. You can write in %n second(s).</source>
        <translation>
            <numerusform>The host is speaking. You can write in %n second.</numerusform>
            <numerusform>The host is speaking. You can write in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That was a lot at once. You can write again in %n second(s).</source>
        <translation>
            <numerusform>That was a lot at once. You can write again in %n second.</numerusform>
            <numerusform>That was a lot at once. You can write again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <comment>until something begins</comment>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You turned slow mode on: one message every %n second(s).</source>
        <translation>
            <numerusform>You turned slow mode on: one message every %n second.</numerusform>
            <numerusform>You turned slow mode on: one message every %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 turned slow mode on: one message every %n second(s).</source>
        <translation>
            <numerusform>%1 turned slow mode on: one message every %n second.</numerusform>
            <numerusform>%1 turned slow mode on: one message every %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Badge</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::CommentBox</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConnectionBar</name>
    <message numerus="yes">
        <source>Try now (%n s)</source>
        <translation>
            <numerusform>Try now (%n s)</numerusform>
            <numerusform>Try now (%n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConversationHeader</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::EventCard</name>
    <message numerus="yes">
        <source>%n seats at each table · %1</source>
        <comment>followed by languages</comment>
        <translation>
            <numerusform>%n seat at each table · %1</numerusform>
            <numerusform>%n seats at each table · %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::EventWords</name>
    <message numerus="yes">
        <source>%n day(s) %1 h</source>
        <translation>
            <numerusform>%n day %1 h</numerusform>
            <numerusform>%n days %1 h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::InvitationBar</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LobbyRing</name>
    <message numerus="yes">
        <source>%1 of %n seats are taken</source>
        <translation>
            <numerusform>%1 of %n seat is taken</numerusform>
            <numerusform>%1 of %n seats are taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LobbyView</name>
    <message numerus="yes">
        <source>%n of you are here</source>
        <translation>
            <numerusform>%n of you is here</numerusform>
            <numerusform>%n of you are here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %n people on the evening can begin. When the table is full, it begins at once.</source>
        <translation>
            <numerusform>From %n person on the evening can begin. When the table is full, it begins at once.</numerusform>
            <numerusform>From %n people on the evening can begin. When the table is full, it begins at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the pace of the last minutes it is full in about %n minute(s).</source>
        <translation>
            <numerusform>At the pace of the last minutes it is full in about %n minute.</numerusform>
            <numerusform>At the pace of the last minutes it is full in about %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LoungeBoard</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thanks</source>
        <comment>how many guests thanked</comment>
        <translation>
            <numerusform>%n thanks</numerusform>
            <numerusform>%n thanks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LoungePage</name>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n new post</numerusform>
            <numerusform>%n new posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) about this</source>
        <translation>
            <numerusform>%n table about this</numerusform>
            <numerusform>%n tables about this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) about this, and more</source>
        <translation>
            <numerusform>%n table about this, and more</numerusform>
            <numerusform>%n tables about this, and more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MainWindow</name>
    <message numerus="yes">
        <source>The local copy of your messages was damaged and is fetched anew. %n unsent message(s) and drafts were saved.</source>
        <translation>
            <numerusform>The local copy of your messages was damaged and is fetched anew. %n unsent message or draft was saved.</numerusform>
            <numerusform>The local copy of your messages was damaged and is fetched anew. %n unsent messages and drafts were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” begins in %n minute(s).</source>
        <translation>
            <numerusform>“%1” begins in %n minute.</numerusform>
            <numerusform>“%1” begins in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MembersDialog</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>For %n minute</numerusform>
            <numerusform>For %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n hour(s)</source>
        <translation>
            <numerusform>For %n hour</numerusform>
            <numerusform>For %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MonthView</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::NoticeWords</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” begins in %n minute(s).</source>
        <translation>
            <numerusform>“%1” begins in %n minute.</numerusform>
            <numerusform>“%1” begins in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::OfferDialog</name>
    <message numerus="yes">
        <source>At most %n day(s) ahead.</source>
        <translation>
            <numerusform>At most %n day ahead.</numerusform>
            <numerusform>At most %n days ahead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PictureRow</name>
    <message numerus="yes">
        <source>Up to %n, without the place and time they were taken. They can be dropped or pasted, too.</source>
        <translation>
            <numerusform>Up to %n, without the place and time it was taken. It can be dropped or pasted, too.</numerusform>
            <numerusform>Up to %n, without the place and time they were taken. They can be dropped or pasted, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A post has %n picture(s) at most: the others were left out.</source>
        <translation>
            <numerusform>A post has %n picture at most: the others were left out.</numerusform>
            <numerusform>A post has %n pictures at most: the others were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n picture(s) …</source>
        <translation>
            <numerusform>Waiting for %n picture …</numerusform>
            <numerusform>Waiting for %n pictures …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PostDialog</name>
    <message numerus="yes">
        <source>Up to %n, for instance: #film #weekend</source>
        <translation>
            <numerusform>Up to %n, for instance: #film #weekend</numerusform>
            <numerusform>Up to %n, for instance: #film #weekend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A title has %n character(s) at most.</source>
        <translation>
            <numerusform>A title has %n character at most.</numerusform>
            <numerusform>A title has %n characters at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A post has %n character(s) at most.</source>
        <translation>
            <numerusform>A post has %n character at most.</numerusform>
            <numerusform>A post has %n characters at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PostWords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n view</numerusform>
            <numerusform>%n views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ProfileDialog</name>
    <message numerus="yes">
        <source>Up to %n word(s), for instance: #film #baking</source>
        <translation>
            <numerusform>Up to %n word, for instance: #film #baking</numerusform>
            <numerusform>Up to %n words, for instance: #film #baking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose %n language(s) at most.</source>
        <translation>
            <numerusform>Choose %n language at most.</numerusform>
            <numerusform>Choose %n languages at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Rail</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <comment>a place of the program</comment>
        <translation>
            <numerusform>%1, %n new</numerusform>
            <numerusform>%1, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ReportDialog</name>
    <message numerus="yes">
        <source>A moderator will see the last %n message(s) of this conversation. The other person is not told.</source>
        <translation>
            <numerusform>A moderator will see the last %n message of this conversation. The other person is not told.</numerusform>
            <numerusform>A moderator will see the last %n messages of this conversation. The other person is not told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::RoomDelegate</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SettingsPage</name>
    <message numerus="yes">
        <source>%n message(s) could not be sent yet and would be lost. Your conversations stay on the server.</source>
        <translation>
            <numerusform>%n message could not be sent yet and would be lost. Your conversations stay on the server.</numerusform>
            <numerusform>%n messages could not be sent yet and would be lost. Your conversations stay on the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SignInPage</name>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation>
            <numerusform>At least %n character</numerusform>
            <numerusform>At least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please enter a name of at least %n character(s).</source>
        <translation>
            <numerusform>Please enter a name of at least %n character.</numerusform>
            <numerusform>Please enter a name of at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please use at least %n character(s).</source>
        <translation>
            <numerusform>Please use at least %n character.</numerusform>
            <numerusform>Please use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TableWords</name>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n in line</numerusform>
            <numerusform>%n in line</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TagWords</name>
    <message numerus="yes">
        <source>%n word(s) at most.</source>
        <translation>
            <numerusform>%n word at most.</numerusform>
            <numerusform>%n words at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Timeline</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::TopicDialog</name>
    <message numerus="yes">
        <source>This topic is too long: %n character(s) are the most.</source>
        <translation>
            <numerusform>This topic is too long: %n character is the most.</numerusform>
            <numerusform>This topic is too long: %n characters are the most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Tray</name>
    <message numerus="yes">
        <source>Jjak: %n unread message(s)</source>
        <translation>
            <numerusform>Jjak: %n unread message</numerusform>
            <numerusform>Jjak: %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::WaitingView</name>
    <message numerus="yes">
        <source>You have been waiting for %n minute(s).</source>
        <translation>
            <numerusform>You have been waiting for %n minute.</numerusform>
            <numerusform>You have been waiting for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>term</name>
    <message numerus="yes">
        <source>%n message(s) have not been sent and would be lost. /signout again signs out.</source>
        <translation>
            <numerusform>%n message has not been sent and would be lost. /signout again signs out.</numerusform>
            <numerusform>%n messages have not been sent and would be lost. /signout again signs out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait to be sent.</source>
        <translation>
            <numerusform>%n message waits to be sent.</numerusform>
            <numerusform>%n messages wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation>
            <numerusform>%n to be sent</numerusform>
            <numerusform>%n to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s). /rooms lists the chats.</source>
        <translation>
            <numerusform>%n unread message. /rooms lists the chats.</numerusform>
            <numerusform>%n unread messages. /rooms lists the chats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left to answer.</source>
        <translation>
            <numerusform>%n second left to answer.</numerusform>
            <numerusform>%n seconds left to answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” begins in %n minute(s). /date join takes part.</source>
        <translation>
            <numerusform>“%1” begins in %n minute. /date join takes part.</numerusform>
            <numerusform>“%1” begins in %n minutes. /date join takes part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %n time(s)</source>
        <translation>
            <numerusform>read %n time</numerusform>
            <numerusform>read %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in line</source>
        <translation>
            <numerusform>%n in line</numerusform>
            <numerusform>%n in line</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n guest</numerusform>
            <numerusform>%n guests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The table “%1” opens in %n minute(s).</source>
        <translation>
            <numerusform>The table “%1” opens in %n minute.</numerusform>
            <numerusform>The table “%1” opens in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
</TS>
