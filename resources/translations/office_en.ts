<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AdoptionDesk</name>
    <message numerus="yes">
        <source>The shop has %n member(s).</source>
        <translation>
            <numerusform>The shop has %n member.</numerusform>
            <numerusform>The shop has %n members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} stay with the %n member(s) who have them.</source>
        <translation>
            <numerusform>{points} stay with the %n member who has them.</numerusform>
            <numerusform>{points} stay with the %n members who have them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BestBox</name>
    <message numerus="yes">
        <source>%Ln member(s) bought for {sales}, returned goods left out. {few} of them ({part}) bring 80% of it.</source>
        <translation>
            <numerusform>%Ln member bought for {sales}, returned goods left out. {few} of them ({part}) bring 80% of it.</numerusform>
            <numerusform>%Ln members bought for {sales}, returned goods left out. {few} of them ({part}) bring 80% of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best {percent}%: %Ln customer(s)</source>
        <translation>
            <numerusform>The best {percent}%: %Ln customer</numerusform>
            <numerusform>The best {percent}%: %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BreachPanel</name>
    <message numerus="yes">
        <source>Noticed {noticed}: %n hours left to report</source>
        <translation>
            <numerusform>Noticed {noticed}: %n hour left to report</numerusform>
            <numerusform>Noticed {noticed}: %n hours left to report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members have a new code; their old cards are dead.</source>
        <translation>
            <numerusform>%n member has a new code; the old cards are dead.</numerusform>
            <numerusform>%n members have a new code; their old cards are dead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerLists</name>
    <message numerus="yes">
        <source>The list of {time}: %Ln member(s) go. Who has bought since stays a member, without the points the list gave.</source>
        <translation>
            <numerusform>The list of {time}: %Ln member goes. Who has bought since stays a member, without the points the list gave.</numerusform>
            <numerusform>The list of {time}: %Ln members go. Who has bought since stays a member, without the points the list gave.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerSort</name>
    <message numerus="yes">
        <source>%Ln customer(s) joined</source>
        <translation>
            <numerusform>%Ln customer joined</numerusform>
            <numerusform>%Ln customers joined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more customer(s) in the saved list</source>
        <translation>
            <numerusform>and %Ln more customer in the saved list</numerusform>
            <numerusform>and %Ln more customers in the saved list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawDesk</name>
    <message numerus="yes">
        <source>“{draw}” is drawn: %Ln winner(s)</source>
        <translation>
            <numerusform>“{draw}” is drawn: %Ln winner</numerusform>
            <numerusform>“{draw}” is drawn: %Ln winners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueReminder</name>
    <message numerus="yes">
        <source>%n requests of customers are late</source>
        <translation>
            <numerusform>%n request of a customer is late</numerusform>
            <numerusform>%n requests of customers are late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests of customers are due today</source>
        <translation>
            <numerusform>%n request of a customer is due today</numerusform>
            <numerusform>%n requests of customers are due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers who stayed away are due to be made nameless</source>
        <translation>
            <numerusform>%n customer who stayed away is due to be made nameless</numerusform>
            <numerusform>%n customers who stayed away are due to be made nameless</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers who stayed away will soon be made nameless</source>
        <translation>
            <numerusform>%n customer who stayed away will soon be made nameless</numerusform>
            <numerusform>%n customers who stayed away will soon be made nameless</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message numerus="yes">
        <source>%Ln pair(s) may be one customer. Choose one to see both side by side.</source>
        <translation>
            <numerusform>%Ln pair may be one customer. Choose it to see both side by side.</numerusform>
            <numerusform>%Ln pairs may be one customer. Choose one to see both side by side.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExamplePanel</name>
    <message numerus="yes">
        <source>After %n such bill(s) {worth} off, about {share} of the sale</source>
        <translation>
            <numerusform>After %n such bill {worth} off, about {share} of the sale</numerusform>
            <numerusform>After %n such bills {worth} off, about {share} of the sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{reward}: after %n such visit(s)</source>
        <translation>
            <numerusform>{reward}: after %n such visit</numerusform>
            <numerusform>{reward}: after %n such visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message numerus="yes">
        <source>%Ln thing(s) to look at. None of them need be wrong.</source>
        <translation>
            <numerusform>%Ln thing to look at. It need not be wrong.</numerusform>
            <numerusform>%Ln things to look at. None of them need be wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FriendsBox</name>
    <message numerus="yes">
        <source>%Ln new member(s); {friends} of them were sent by a friend ({part}).</source>
        <translation>
            <numerusform>%Ln new member; {friends} of them were sent by a friend ({part}).</numerusform>
            <numerusform>%Ln new members; {friends} of them were sent by a friend ({part}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemLists</name>
    <message numerus="yes">
        <source>The list of {time}: %Ln item(s) go or become what they were before. What was changed since stays.</source>
        <translation>
            <numerusform>The list of {time}: %Ln item goes or becomes what it was before. What was changed since stays.</numerusform>
            <numerusform>The list of {time}: %Ln items go or become what they were before. What was changed since stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemReview</name>
    <message numerus="yes">
        <source>Take in %Ln item(s)</source>
        <translation>
            <numerusform>Take in %Ln item</numerusform>
            <numerusform>Take in %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemSort</name>
    <message numerus="yes">
        <source>%Ln item(s) came in or changed</source>
        <translation>
            <numerusform>%Ln item came in or changed</numerusform>
            <numerusform>%Ln items came in or changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalBox</name>
    <message numerus="yes">
        <source>%Ln record(s) are not as they were written:</source>
        <translation>
            <numerusform>%Ln record is not as it was written:</numerusform>
            <numerusform>%Ln records are not as they were written:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln record(s) are as they were written.</source>
        <translation>
            <numerusform>The one record is as it was written.</numerusform>
            <numerusform>All %Ln records are as they were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListReview</name>
    <message numerus="yes">
        <source>Take in %Ln customer(s)</source>
        <translation>
            <numerusform>Take in %Ln customer</numerusform>
            <numerusform>Take in %Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message numerus="yes">
        <source>Save %Ln row(s) that stayed out…</source>
        <translation>
            <numerusform>Save %Ln row that stayed out…</numerusform>
            <numerusform>Save %Ln rows that stayed out…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersBox</name>
    <message numerus="yes">
        <source>and %Ln older code(s)</source>
        <translation>
            <numerusform>and %Ln older code</numerusform>
            <numerusform>and %Ln older codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people so far, also those who have left.</source>
        <translation>
            <numerusform>%n person so far, also those who have left.</numerusform>
            <numerusform>%n people so far, also those who have left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionDesk</name>
    <message numerus="yes">
        <source>%n customers were made nameless before that.</source>
        <translation>
            <numerusform>%n customer was made nameless before that.</numerusform>
            <numerusform>%n customers were made nameless before that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers are nameless now. The books stay.</source>
        <translation>
            <numerusform>%n customer is nameless now. The books stay.</numerusform>
            <numerusform>%n customers are nameless now. The books stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionPanel</name>
    <message numerus="yes">
        <source>%n customers are made nameless for good and lose {points} points. Their bills stay in the books. Nobody can undo this.</source>
        <translation>
            <numerusform>%n customer is made nameless for good and loses {points} points. The bills stay in the books. Nobody can undo this.</numerusform>
            <numerusform>%n customers are made nameless for good and lose {points} points. Their bills stay in the books. Nobody can undo this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n customers nameless</source>
        <translation>
            <numerusform>Make %n customer nameless</numerusform>
            <numerusform>Make %n customers nameless</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers are due</source>
        <translation>
            <numerusform>%n customer is due</numerusform>
            <numerusform>%n customers are due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more within the days of notice</source>
        <translation>
            <numerusform>%n more within the days of notice</numerusform>
            <numerusform>%n more within the days of notice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>And %n more</numerusform>
            <numerusform>And %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message numerus="yes">
        <source>%Ln customer(s) picked</source>
        <translation>
            <numerusform>%Ln customer picked</numerusform>
            <numerusform>%Ln customers picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) with “{tag}” now</source>
        <translation>
            <numerusform>%Ln customer has “{tag}” now</numerusform>
            <numerusform>%Ln customers have “{tag}” now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) without “{tag}” now</source>
        <translation>
            <numerusform>%Ln customer no longer has “{tag}”</numerusform>
            <numerusform>%Ln customers no longer have “{tag}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message numerus="yes">
        <source>There are no bills of members in the last %n day(s) yet. Once there are, this shows what the draft would have given on them, what that costs and who gains.</source>
        <translation>
            <numerusform>There are no bills of members in the last day yet. Once there are, this shows what the draft would have given on them, what that costs and who gains.</numerusform>
            <numerusform>There are no bills of members in the last %n days yet. Once there are, this shows what the draft would have given on them, what that costs and who gains.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
