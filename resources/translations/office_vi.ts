<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
    <context>
        <name>BatchPanel</name>
        <message>
            <source>Made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With an owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still blank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a batch to print what is left of it again.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Batch of {time}: %n card(s) without an owner</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Type a number from 1 to {most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New blank cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Printed beforehand, given out at the counter: scan a blank card to enrol its owner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make and print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No batch yet: make one above, print it, and keep it at the counter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print the rest</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BlackoutsPanel</name>
        <message>
            <source>Days on which no points end</source>
            <translation>Những ngày điểm không hết hạn</translation>
        </message>
        <message>
            <source>Add days, for example Tết</source>
            <translation>Thêm ngày, ví dụ dịp Tết</translation>
        </message>
    </context>
    <context>
        <name>BrandField</name>
        <message>
            <source>The shop's colour on cards, buttons and this screen</source>
            <translation>Màu của quán trên thẻ, trên nút bấm và màn hình này</translation>
        </message>
        <message>
            <source>The colour's code</source>
            <translation>Mã màu</translation>
        </message>
        <message>
            <source>Six digits or letters a–f after #, for example #0f6e5f</source>
            <translation>Sau dấu # gõ sáu chữ số hoặc chữ a–f, ví dụ #0f6e5f</translation>
        </message>
        <message>
            <source>White words on it read well: {contrast}</source>
            <translation>Chữ trắng trên màu này dễ đọc: {contrast}</translation>
        </message>
        <message>
            <source>Too pale for white words ({contrast}, at least {least}): screens and buttons use the darker {colour}</source>
            <translation>Màu nhạt quá, chữ trắng khó đọc ({contrast}, cần ít nhất {least}): màn hình và nút bấm sẽ dùng màu đậm hơn {colour}</translation>
        </message>
    </context>
    <context>
        <name>CardPrinting</name>
        <message>
            <source>Save cards as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawing the picture:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawing cards:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Printing cards:</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n card(s) written</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) sent to the printer</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No file was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture ready – paste it into the chat with the customer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardsPage</name>
        <message>
            <source>Cards &amp; printing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A blank card, front and back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How a card looks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, address and colour come from the settings, the lines on the back from the program. Print at 100 %, on both sides, turned over the long edge.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A4 sheet, 10 cards with crop marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card printer, one card per page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>blank cards {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>member cards</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChosenMembers</name>
        <message>
            <source>Customer without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>picked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not print this card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cards of members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a member</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name without marks, or last digits of the phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Members found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find members and pick them with Enter: their cards go on one sheet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnChoice</name>
        <message>
            <source>– not in the list –</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>column {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which column is what?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Confirm</name>
        <message>
            <source>Leave it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EarningPanel</name>
        <message>
            <source>Earning points</source>
            <translation>Cộng điểm</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>Làm tròn</translation>
        </message>
        <message>
            <source>down</source>
            <translation>xuống</translation>
        </message>
        <message>
            <source>to the nearest</source>
            <translation>đến số gần nhất</translation>
        </message>
        <message>
            <source>up</source>
            <translation>lên</translation>
        </message>
        <message>
            <source>Amount that gives points</source>
            <translation>Số tiền được điểm</translation>
        </message>
        <message>
            <source>Points for it</source>
            <translation>Số điểm được</translation>
        </message>
        <message>
            <source>Least bill that gives points</source>
            <translation>Hoá đơn nhỏ nhất được điểm</translation>
        </message>
        <message>
            <source>Each {amount} gives {points} rounded {rounding}</source>
            <translation>Mỗi {amount} được {points} làm tròn {rounding}</translation>
        </message>
        <message>
            <source>Each {amount} gives {points} more</source>
            <translation>Mỗi {amount} được thêm {points}</translation>
        </message>
        <message>
            <source>on bills from {minimum} up</source>
            <translation>cho hoá đơn từ {minimum}</translation>
        </message>
        <message>
            <source>A rule of another kind</source>
            <translation>Một luật kiểu khác</translation>
        </message>
        <message>
            <source>Remainder</source>
            <translation>Phần lẻ</translation>
        </message>
        <message>
            <source>is dropped</source>
            <translation>bỏ qua</translation>
        </message>
        <message>
            <source>waits for the next bill</source>
            <translation>để dành cho lần sau</translation>
        </message>
        <message>
            <source>What is less than a point {remainder}</source>
            <translation>Phần lẻ chưa đủ một điểm {remainder}</translation>
        </message>
        <message>
            <source>Welcome points</source>
            <translation>Điểm chào mừng</translation>
        </message>
        <message>
            <source>Who joins gets {welcome}</source>
            <translation>Khách mới tham gia được {welcome}</translation>
        </message>
        <message>
            <source>How long points live</source>
            <translation>Điểm có hạn bao lâu</translation>
        </message>
        <message>
            <source>How many days or months</source>
            <translation>Bao nhiêu ngày hoặc tháng</translation>
        </message>
        <message>
            <source>months</source>
            <translation>tháng</translation>
        </message>
        <message>
            <source>days</source>
            <translation>ngày</translation>
        </message>
        <message>
            <source>never</source>
            <translation>không bao giờ</translation>
        </message>
        <message>
            <source>Points end {count} {kind}</source>
            <translation>Điểm hết hạn: {count} {kind}</translation>
        </message>
        <message>
            <source>Points end after {count} {kind}</source>
            <translation>Điểm hết hạn sau {count} {kind}</translation>
        </message>
    </context>
    <context>
        <name>ExamplePanel</name>
        <message>
            <source>A bill to try</source>
            <translation>Hoá đơn để thử</translation>
        </message>
        <message>
            <source>A bill of {bill} earns</source>
            <translation>Hoá đơn {bill} được</translation>
        </message>
        <message>
            <source>≈ {worth} off later, about {share} of the sale</source>
            <translation>≈ {worth} giảm cho lần sau, khoảng {share} tiền bán</translation>
        </message>
        <message>
            <source>{reward}: never reached with such bills</source>
            <translation>{reward}: hoá đơn cỡ này không bao giờ tới</translation>
        </message>
        <message>
            <source>{reward}: from the first visit</source>
            <translation>{reward}: ngay lần đầu</translation>
        </message>
        <message>
            <source>{reward}: from the second visit on</source>
            <translation>{reward}: từ lần thứ hai</translation>
        </message>
        <message numerus="yes">
            <source>{reward}: after %n such visit(s)</source>
            <translation>
                <numerusform>{reward}: sau %n lần mua như vậy</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Welcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bought for {amount}{bill}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redeemed in a bill of {amount}{bill}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Returned or undone: what it earned taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Returned or undone: what was redeemed given back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Corrected by the shop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Transferred</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brought from the old customer list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written off by the shop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>returned or undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{amount} returned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, receipt {number}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ListPage</name>
        <message>
            <source>Old list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers from before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An Excel or CSV file from KiotViet, Sapo, POS365, Loyverse or your own table, with phone, name and points. Nothing is written before you have seen what becomes of every row.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the whole list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer lists (*.xlsx *.xls *.csv *.tsv *.txt)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} · {rows} rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sheet {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at every row:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking customers in:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped on the way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken in</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n customer(s) joined</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Row {row} stayed out: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} more rows stayed out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undoing the list:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list is undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part of the list is still there – undo it again to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ListReview</name>
        <message>
            <source>{count} come in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} are members already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} stand twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} stay out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What becomes of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} – {last} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take in {count} customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody comes in – check the columns above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What becomes of each row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only rows to look at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another file</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ListsPanel</name>
        <message>
            <source>Taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in force</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list of {time}: its {count} members go. Who has bought since stays a member, without the points the list gave.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the whole list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a list to undo it as a whole.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LongWork</name>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MemberCard</name>
        <message>
            <source>The member's card, front and back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the code of goods – scan the customer's own card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a voucher, no card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only part of the code was read – scan it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The old card {number} is dead from then on; the points stay. Print the new one right away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Issue a new card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture for the phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link a code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan the old card or the code on the phone</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MemberDesk</name>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has this number already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New card – print it now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The old one is dead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Linked – this code finds the member from now on</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MemberDetails</name>
        <message>
            <source>Customer without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>member since {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last here {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>spent {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{points} end on {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all {count} lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What became of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this balance?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last bills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No bill yet: the first one at the counter will stand here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MembersPage</name>
        <message>
            <source>Members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a member</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name without marks, or last digits of the phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Members found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody fits “{typed}” – type another part of the name, or at least three digits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No members yet – enrol the first one at the counter (F4)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has this card – enrol with it at the counter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody found</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OfficeWindow</name>
        <message>
            <source>Office</source>
            <translation>Văn phòng</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>Quầy thu ngân</translation>
        </message>
    </context>
    <context>
        <name>OldList</name>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Family name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Birthday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comes in – {repairs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comes in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A member already – nothing changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same customer as row {row} – stays out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stays out – {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>84 at the front of the phone became 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the lost 0 of the phone is back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the phone had become a figure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the old 11-digit phone became 10 digits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a letter O in the phone became 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the first of several phones counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without the name, which cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without the birthday, which cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without the card number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with a shortened note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the points are no number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the points are below 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the points are no whole number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the points are too many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neither a phone nor a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this line is no customer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>Not done</source>
            <translation>Chưa làm được</translation>
        </message>
    </context>
    <context>
        <name>Particulars</name>
        <message>
            <source>The note is too long: at most {count} letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Particulars</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Birthday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>24/11</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProgramPage</name>
        <message>
            <source>Program</source>
            <translation>Chương trình</translation>
        </message>
        <message>
            <source>Publish from today</source>
            <translation>Công bố từ hôm nay</translation>
        </message>
        <message>
            <source>Publish from tomorrow</source>
            <translation>Công bố từ ngày mai</translation>
        </message>
        <message>
            <source>Drop the changes</source>
            <translation>Bỏ các thay đổi</translation>
        </message>
        <message>
            <source>Something is still wrong above – it is marked in red</source>
            <translation>Phía trên còn chỗ chưa đúng – đã đánh dấu đỏ</translation>
        </message>
        <message>
            <source>running: revision {number}, since {day}</source>
            <translation>đang chạy: bản {number}, từ {day}</translation>
        </message>
        <message>
            <source>{running} · revision {number} follows on {day}</source>
            <translation>{running} · bản {number} chạy từ {day}</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Bản nháp</translation>
        </message>
        <message>
            <source>Revision {number} is published and holds from {day}</source>
            <translation>Đã công bố bản {number}, áp dụng từ {day}</translation>
        </message>
    </context>
    <context>
        <name>ProgramProblems</name>
        <message>
            <source>Type a number here</source>
            <translation>Gõ một con số vào đây</translation>
        </message>
        <message>
            <source>Digits only, please, for example 10.000</source>
            <translation>Chỉ gõ chữ số, ví dụ 10.000</translation>
        </message>
        <message>
            <source>At least {limit}, please</source>
            <translation>Ít nhất là {limit}</translation>
        </message>
        <message>
            <source>At most {limit}, please</source>
            <translation>Nhiều nhất là {limit}</translation>
        </message>
        <message>
            <source>Type a name here</source>
            <translation>Gõ tên vào đây</translation>
        </message>
        <message>
            <source>Too long: at most {limit} letters</source>
            <translation>Dài quá: nhiều nhất {limit} chữ cái</translation>
        </message>
        <message>
            <source>There is a sign in it that cannot be printed – type it again</source>
            <translation>Có ký hiệu không in được – hãy gõ lại</translation>
        </message>
        <message>
            <source>This stands here twice – remove one</source>
            <translation>Mục này bị trùng – hãy xoá một</translation>
        </message>
        <message>
            <source>A remainder can only wait where points are rounded down</source>
            <translation>Chỉ để dành được phần lẻ khi làm tròn xuống</translation>
        </message>
        <message>
            <source>The last day comes before the first</source>
            <translation>Ngày cuối lại trước ngày đầu</translation>
        </message>
        <message>
            <source>A year between 2000 and 2199, please</source>
            <translation>Năm phải từ 2000 đến 2199</translation>
        </message>
        <message>
            <source>This version of the program does not know this kind: it gives nothing</source>
            <translation>Phiên bản phần mềm này chưa biết kiểu này: không cộng gì</translation>
        </message>
        <message>
            <source>No rule gives points</source>
            <translation>Chưa có luật nào cho điểm</translation>
        </message>
        <message>
            <source>Watch out: after spending {spent} a customer gets {value} back – as much as was spent</source>
            <translation>Coi chừng: khách tiêu {spent} được trả lại {value} – bằng hoặc hơn số tiền đã tiêu</translation>
        </message>
    </context>
    <context>
        <name>RewardRow</name>
        <message>
            <source>Reward</source>
            <translation>Phần thưởng</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Xoá</translation>
        </message>
        <message>
            <source>Price in points</source>
            <translation>Giá bằng điểm</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>Trị giá</translation>
        </message>
        <message>
            <source>Share of the bill</source>
            <translation>Phần của hoá đơn</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Tối đa</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>không giới hạn</translation>
        </message>
        <message>
            <source>Least bill</source>
            <translation>Hoá đơn nhỏ nhất</translation>
        </message>
        <message>
            <source>How many there are</source>
            <translation>Có bao nhiêu</translation>
        </message>
        <message>
            <source>not counted</source>
            <translation>không đếm</translation>
        </message>
        <message>
            <source>{points} take {value} off bills from {minimum} up</source>
            <translation>{points} giảm {value} cho hoá đơn từ {minimum}</translation>
        </message>
        <message>
            <source>{points} take {rate} off, at most {cap} on bills from {minimum} up</source>
            <translation>{points} giảm {rate} tối đa {cap} cho hoá đơn từ {minimum}</translation>
        </message>
        <message>
            <source>for {points} on bills from {minimum} up, there are {stock}</source>
            <translation>lấy {points} với hoá đơn từ {minimum} còn {stock}</translation>
        </message>
        <message>
            <source>each {points} pay {value} of at most {rate} of bills from {minimum} up</source>
            <translation>mỗi {points} trả {value} tối đa {rate} của hoá đơn từ {minimum}</translation>
        </message>
        <message>
            <source>A reward of another kind</source>
            <translation>Một phần thưởng kiểu khác</translation>
        </message>
        <message>
            <source>{amount} off</source>
            <translation>Giảm {amount}</translation>
        </message>
        <message>
            <source>{percent} off</source>
            <translation>Giảm {percent}</translation>
        </message>
        <message>
            <source>One free item</source>
            <translation>Tặng 1 món</translation>
        </message>
        <message>
            <source>Pay part of the bill with points</source>
            <translation>Dùng điểm trả một phần</translation>
        </message>
    </context>
    <context>
        <name>RewardsPanel</name>
        <message>
            <source>Rewards</source>
            <translation>Phần thưởng</translation>
        </message>
        <message>
            <source>No reward yet – add one, so that customers have something to come for</source>
            <translation>Chưa có phần thưởng nào – thêm một phần thưởng để khách có cái để chờ</translation>
        </message>
        <message>
            <source>Amount off</source>
            <translation>Giảm tiền</translation>
        </message>
        <message>
            <source>Per cent off</source>
            <translation>Giảm phần trăm</translation>
        </message>
        <message>
            <source>Gift</source>
            <translation>Tặng món</translation>
        </message>
        <message>
            <source>Pay with points</source>
            <translation>Trả bằng điểm</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Cài đặt</translation>
        </message>
        <message>
            <source>The shop's particulars are saved</source>
            <translation>Đã lưu thông tin quán</translation>
        </message>
    </context>
    <context>
        <name>Shop</name>
        <message>
            <source>Type the shop's name – it stands on every card</source>
            <translation>Gõ tên quán – tên này in trên mọi tấm thẻ</translation>
        </message>
        <message>
            <source>The name is too long: at most {count} letters</source>
            <translation>Tên dài quá: nhiều nhất {count} chữ cái</translation>
        </message>
        <message>
            <source>There is a sign in it that cannot be printed</source>
            <translation>Có ký hiệu không in được</translation>
        </message>
        <message>
            <source>each day</source>
            <translation>mỗi ngày</translation>
        </message>
        <message>
            <source>each month</source>
            <translation>mỗi tháng</translation>
        </message>
        <message>
            <source>each year</source>
            <translation>mỗi năm</translation>
        </message>
        <message>
            <source>never</source>
            <translation>không bao giờ</translation>
        </message>
        <message>
            <source>At the till 85 means 85.000 ₫ (85000 and 85k work too)</source>
            <translation>Ở quầy gõ 85 là 85.000 ₫ (gõ 85000 hay 85k cũng được)</translation>
        </message>
    </context>
    <context>
        <name>ShopPanel</name>
        <message>
            <source>The shop</source>
            <translation>Quán</translation>
        </message>
        <message>
            <source>Name of the shop</source>
            <translation>Tên quán</translation>
        </message>
        <message>
            <source>Address and phone, as on the card</source>
            <translation>Địa chỉ và điện thoại, như trên thẻ</translation>
        </message>
        <message>
            <source>End of the business day</source>
            <translation>Lúc hết ngày bán hàng</translation>
        </message>
        <message>
            <source>The business day ends at {hour}</source>
            <translation>Ngày bán hàng kết thúc lúc {hour}</translation>
        </message>
        <message>
            <source>Receipt numbers</source>
            <translation>Số hoá đơn</translation>
        </message>
        <message>
            <source>The numbers on our receipts start again {often}</source>
            <translation>Số trên hoá đơn bắt đầu lại {often}</translation>
        </message>
        <message>
            <source>Save the shop's particulars</source>
            <translation>Lưu thông tin quán</translation>
        </message>
    </context>
    <context>
        <name>TillPanel</name>
        <message>
            <source>This till</source>
            <translation>Máy này</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Ngôn ngữ</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Màu màn hình</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Cỡ chữ</translation>
        </message>
        <message>
            <source>Key that raises the till</source>
            <translation>Phím gọi quầy lên</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Sáng</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Tối</translation>
        </message>
        <message>
            <source>Like the computer</source>
            <translation>Theo máy tính</translation>
        </message>
        <message>
            <source>Short sounds with what the screen shows</source>
            <translation>Âm thanh ngắn đi kèm màn hình</translation>
        </message>
        <message>
            <source>Who works here – stands in every record</source>
            <translation>Ai đang đứng quầy – ghi vào mọi giao dịch</translation>
        </message>
        <message>
            <source>This till's short name</source>
            <translation>Tên ngắn của máy này</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Không</translation>
        </message>
    </context>
    <context>
        <name>_Span</name>
        <message>
            <source>Day, month and year, please, for example 10/02/2027</source>
            <translation>Gõ đủ ngày, tháng, năm, ví dụ 10/02/2027</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Ngày đầu</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Ngày cuối</translation>
        </message>
        <message>
            <source>dd/mm/yyyy</source>
            <translation>dd/mm/yyyy</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Xoá</translation>
        </message>
        <message>
            <source>No points end from {first} to {last} {remove}</source>
            <translation>Điểm không hết hạn từ {first} đến {last} {remove}</translation>
        </message>
    </context>
</TS>
