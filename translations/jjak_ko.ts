<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>jjak</name>
    <message>
        <source>Please wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Please try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This text is too long or too short. Please change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text has characters that cannot be used here. Please remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept this input. Please check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program and the server do not understand each other. Please update Jjak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot do that. It may be older than your program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible at this moment. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server and this program misunderstood each other. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody already has this name. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name has characters that are not allowed. Letters and digits always work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is too easy to guess. Take at least 8 characters and nothing common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not old enough for this server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device was signed out. Please sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is no longer signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this place. Please choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please answer the proposal first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This proposal has ended. You can search again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is not blocked any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You left this conversation too long ago to report it. You can write to the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody here to block or report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have left this conversation. You can read it but not write any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other person has left. You can read the conversation but not write any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message got mixed up with another one. Please send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait for an answer before you write more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links can be sent once the other person has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many people are signing in right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a bit too fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached or cannot store anything right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Please check your connection and the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no server of this name. Please check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was sent. Please check the address or ask its operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Jjak server at this address. Please check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost. Jjak reconnects by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You both said yes. Say hello!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said no. You will not be put together again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work out this time. You are at the front of the queue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You did not answer in time, so the search has stopped. You can search again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other person did not answer in time. You are at the front of the queue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped searching. You can search again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other person is gone. You are at the front of the queue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device was signed out from elsewhere. Sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jjak was opened a second time on this device. You can go on here instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in has expired. Please sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in is kept in the keyring of your desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no usable keyring, so your sign-in is kept in a file that only your user can read. It is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in is not kept: you will have to sign in again after the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You left the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other person left the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something happened here that this version of Jjak cannot show. Please update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the same area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within %1 km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the same area as you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>far away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than %1 km away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few people are waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 10 people are waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 50 people are waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harassment or insults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spam or fraud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seems to be under age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threats or violence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unwanted sexual content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Badge</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::BirthEdit</name>
    <message>
        <source>%1</source>
        <comment>year of birth, as in 2001 or 2001년</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <comment>day of birth, as in 17 or 17일</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ChatsPage</name>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you and somebody nearby both say yes, your conversation appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations stand on the left. Ctrl+K finds one by name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Commands</name>
    <message>
        <source>Show Nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a conversation or a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave at once, then block or report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Jjak</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Composer</name>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConnectionBar</name>
    <message>
        <source>No connection. What you wrote is kept and will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection. You can read everything that is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try now (%n s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConversationHeader</name>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave, block or report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the two of you can read this; moderators after a report, and whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how far somebody is · who can read</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ConversationView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until %1 has answered, then you can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LanguageBox</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LeftDialog</name>
    <message>
        <source>You are out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more can reach you from there. Do you want to do more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot write to you there any more. Do you want to do more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::LinkDialog</name>
    <message>
        <source>Open the link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser will show this page, and its owner will see that somebody came. Open it only if you trust who sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MainWindow</name>
    <message numerus="yes">
        <source>The local copy of your messages was damaged and is fetched anew. %n unsent message(s) and drafts were saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is proposed to you. Answer within half a minute on the page Nearby.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You both said yes!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name, then a message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1) Jjak</source>
        <comment>unread messages in the title of the window</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::MessageRow</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Options</name>
    <message>
        <source>Meet people: nearby, one to one, safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak this language: ko or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look: system, light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep settings, cache and sign-in in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with this page: nearby, chats or settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PasswordStrength</name>
    <message>
        <source>Password strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very easy to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::PlaceDialog</name>
    <message>
        <source>Where are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a square of %1 km leaves this computer, never the exact place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town or district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use my location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name of a place – where it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the first letters, then choose with the arrow keys and Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place of that name. Try a larger town close by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking this computer where it is … Its location service may ask a service on the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not know where it is. Please choose a place by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The location of this computer may not be used. Please choose a place by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not say where it is. Please choose a place by name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ProposalView</name>
    <message>
        <source>No, thanks (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: block or report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a demo person, not a human.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You both said yes!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have met %1, %2.</source>
        <comment>a name, then how far: less than 5 km away</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have met %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say hello (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you both say yes, a conversation opens. Until then neither of you sees anything of the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, let us talk (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the other person decides. You hear at once, whatever it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::QuickSwitcher</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name or a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <comment>a command and its keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::RadarPicker</name>
    <message>
        <source>How far to look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Rail</name>
    <message>
        <source>Nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n new</source>
        <comment>a place of the program</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ReportDialog</name>
    <message>
        <source>Also &amp;block, so that we never meet again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A moderator will see the last %n message(s) of this conversation. The other person is not told.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A moderator will look at it. The other person is not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the moderators know? (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::RoomDelegate</name>
    <message>
        <source>demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::RoomRow</name>
    <message>
        <source>is writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say hello!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::Safety</name>
    <message>
        <source>Leave this conversation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will see that you left. You can still read it, but neither of you can write any more. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have left the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block this person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will never meet again, and what you share ends now. They are not told that it was you. You can undo a block in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked. You will not meet this person again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is blocked. You will not meet again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. A moderator will look at it, and you will not meet this person again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. A moderator will look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to leave at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SearchView</name>
    <message>
        <source>How far to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is nearby?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your match sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you both say yes: nothing at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We look for one person: %1.</source>
        <comment>followed by a distance, as in: within 5 km</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are you? A town or a district is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that: your name, %1, and roughly how far you are from each other, never where you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Jjak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jjak %1 is free software: you may use, study, share and change it under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of places come from GeoNames (geonames.org), under the licence CC BY 4.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are %1 on %2.</source>
        <comment>a name, then a server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will be asked for your password the next time you start Jjak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device, signed in since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have blocked nobody. You can block somebody in a conversation or when they are proposed to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who was proposed to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent yet and would be lost. Your conversations stay on the server.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your conversations stay on the server. What is kept on this computer is erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ShortcutDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the message; say yes to a proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>two keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say no to a proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an empty message: go to the messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::SignInPage</name>
    <message>
        <source>Meet somebody nearby, one to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the fact that you are old enough is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who runs the server can read what is written on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sign in with it, and people you meet will see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will be asked again the next time you start Jjak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address of a server. For example: jjak.example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Please enter a name of at least %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please use at least %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Please enter the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose year, month and day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::ThemeBox</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>jjak::desktop::WaitingView</name>
    <message>
        <source>How far is being looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for somebody …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop searching (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, around %2</source>
        <comment>a distance, then a place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting there now: %1</source>
        <comment>followed by: a few people</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look further: %1</source>
        <comment>followed by a distance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have just begun to wait. It may take some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You have been waiting for %n minute(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>term</name>
    <message>
        <source>What was stored on this computer was damaged and is fetched anew. Unsent texts that were saved: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in first: /signin NAME, or /signup NAME for a new account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in already. /signout ends that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How things stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat is open. /match looks for somebody, /rooms lists your chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have left this chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else is in this chat any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chat number %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chat first that this is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have left. The chat can still be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked. You will not meet again. /blocks lists whom you have blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported and blocked. Thank you. The last messages are kept for those who decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) have not been sent and would be lost. /signout again signs out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>demo person</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>you have left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chats yet. /match looks for somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · last used %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/revoke N signs one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device number %1. /devices lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device number %1 is signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody who was proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have blocked nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/unblock N undoes one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no block number %1. /blocks lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block number %1 is undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line that begins with // sends a text that begins with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place called “%1” is known. Try the name of a district or a larger town.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where you are, for instance: /match Gangnam 10km. Only a square of about %1 km is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for somebody near %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is proposed at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody was found. /accept or /decline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for somebody %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats: %1. Unread messages: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) wait to be sent.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You are asked before anybody meets you. /match with a longer distance finds more people, /cancel stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is waiting for your answer below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type /match, a place and how far, and press Enter:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/match alone looks again near %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody learns where you are: only a square of about %1 km is sent, and others see a distance step after both have said yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+1 to Alt+9 open a chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody was found. Would you like to talk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo person, not a human.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chat opens when both say yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a day in this year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a day in another year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>short format of a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PLACE 10km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for somebody near a place. Without words: as last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop looking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say yes to the person who was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say no. Nobody is told who said it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell how things stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the chats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open chat number N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this chat for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block this person and leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List whom you have blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo block number N of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REASON NOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report and block. Reasons: harassment, spam, underage, threat, sexual, other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send refused messages of this chat again; without connection, try now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget refused messages of this chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the devices that are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign device number N out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ko|en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign this device out and erase what is stored here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it like this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command /%1. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command /%1. /help lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new chat is open: Ctrl+N goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, ?	This help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab	Next area: line, proposal, chats, messages. Behind a slash: complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+N, Ctrl+P, Alt+1…9	Other chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp, PgDn	Older and newer messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y, n	Answer a proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+X, then l, b or r	Leave, block or report at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+A, E, W, K, U; Up, Down	Edit the line; what was typed before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C	End the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l leave · b block and leave · r report, block and leave · q quit · any other key: nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/match to meet somebody, F1 for help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been written yet. Say hello!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and password are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of birth is needed as year-month-day, for instance 2000-02-29.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jjak: a new account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jjak: sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have to be %1 or older. The date itself is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 I have an account already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 I am new here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F3 한국어/English · Tab next · Space switches · Esc quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no terminal that can show a full screen. Try --plain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jjak in the terminal: meet people nearby and talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server, for instance jjak.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in under this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is the first line of this file; else it is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new account instead of signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth for --sign-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: ko or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line by line, without control of the terminal: for screen readers and pipes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a scripted newcomer meet a demo person; the exit code is 0 if that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood. --help lists the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no address of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language is ko or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat %1 with %2 is open. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language is English now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jjak %1. /help lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in: /signin NAME. New here: /signup NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: “%1”. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in chat %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older messages are not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s). /rooms lists the chats.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody was found (a demo person, not a human). /accept or /decline within %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody was found. /accept or /decline within %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left to answer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You said yes. Waiting for the other answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for somebody %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password (at least 8 characters):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth as year-month-day (you have to be %1 or older):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please make the window larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> more below: PgDn </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said yes. Waiting for the other answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y yes   n no   Tab write on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, then y or n; or /accept, /decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
