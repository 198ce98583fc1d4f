<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>AdoptionDesk</name>
    <message>
        <source>Publish revision {number}</source>
        <translation>Công bố bản {number}</translation>
    </message>
    <message numerus="yes">
        <source>The shop has %n member(s).</source>
        <translation>
            <numerusform>Quán đang có %n thành viên.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} stay with the %n member(s) who have them.</source>
        <translation>
            <numerusform>{points} vẫn thuộc về %n thành viên đang có điểm.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has {points} yet.</source>
        <translation>Chưa ai có {points}.</translation>
    </message>
    <message>
        <source>Against revision {number}, which runs today:</source>
        <translation>So với bản {number} đang chạy hôm nay:</translation>
    </message>
</context>
<context>
    <name>AdvicePanel</name>
    <message>
        <source>More than 1% and less than 100%</source>
        <translation>Từ 1% đến dưới 100%</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Vàng</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Kim cương</translation>
    </message>
    <message>
        <source>This is only {amount}. At least {least}, please</source>
        <translation>Mới chỉ {amount}. Hãy gõ đủ số tiền, ít nhất {least}</translation>
    </message>
    <message>
        <source>Not sure? A few questions about the shop, and a program with what it costs.</source>
        <translation>Chưa biết chọn gì? Trả lời vài câu về quán là có ngay một chương trình kèm chi phí.</translation>
    </message>
    <message>
        <source>Suggest a program for my shop…</source>
        <translation>Gợi ý chương trình cho quán…</translation>
    </message>
    <message>
        <source>What the shop sells</source>
        <translation>Quán bán gì</translation>
    </message>
    <message>
        <source>In a month or a year</source>
        <translation>Trong một tháng hay một năm</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>một tháng</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>một năm</translation>
    </message>
    <message>
        <source>Usual bill</source>
        <translation>Hoá đơn thường</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Số lần ghé</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Lãi gộp</translation>
    </message>
    <message>
        <source>We sell {kind}</source>
        <translation>Quán bán {kind}</translation>
    </message>
    <message>
        <source>A usual bill is {bill}</source>
        <translation>Hoá đơn thường khoảng {bill}</translation>
    </message>
    <message>
        <source>A regular customer comes {visits} times {span}</source>
        <translation>Khách quen ghé {visits} lần {span}</translation>
    </message>
    <message>
        <source>About {margin} of a sale is left when the goods are paid</source>
        <translation>Bán xong, trừ tiền hàng còn lãi khoảng {margin}</translation>
    </message>
    <message>
        <source>Make this the draft</source>
        <translation>Dùng làm bản nháp</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Chốt sổ ngày</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Kiểm tra tệp</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Verified backups</source>
        <translation>Bản sao lưu đã kiểm tra</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Khôi phục bản này</translation>
    </message>
    <message>
        <source>The file before is kept: {path}</source>
        <translation>Tệp trước đó vẫn được giữ: {path}</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Đã khôi phục</translation>
    </message>
    <message>
        <source>Closing the day</source>
        <translation>Đang chốt sổ ngày</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>Đã chốt sổ ngày</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Đang sao lưu</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Đã sao lưu</translation>
    </message>
    <message>
        <source>Verified backup: {path}</source>
        <translation>Bản sao đã kiểm tra: {path}</translation>
    </message>
    <message>
        <source>Checking the file – the counter goes on</source>
        <translation>Đang kiểm tra tệp – quầy vẫn bán bình thường</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Tạo lúc</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Số bản ghi</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>{count} KB</source>
        <translation>{count} KB</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>đã kiểm tra</translation>
    </message>
    <message>
        <source>Choose a backup to restore it.</source>
        <translation>Chọn một bản sao lưu để khôi phục.</translation>
    </message>
    <message>
        <source>No backup yet: close the day, or back up now.</source>
        <translation>Chưa có bản sao lưu nào: bấm Chốt sổ ngày hoặc Sao lưu ngay.</translation>
    </message>
    <message>
        <source>The shop goes back to {time}. Nothing was recorded since then, nothing is lost.</source>
        <translation>Sổ của quán quay về lúc {time}. Từ đó đến nay chưa ghi gì thêm, không mất gì.</translation>
    </message>
    <message>
        <source>Closing the day writes the day&apos;s seal into the journal and makes a backup, which is opened and checked before it counts. On long days more are made meanwhile, quietly.</source>
        <translation>Chốt sổ ngày là niêm phong nhật ký của ngày và làm một bản sao lưu; bản này được mở ra kiểm tra xong mới tính. Ngày bán dài thì máy tự sao lưu thêm giữa chừng.</translation>
    </message>
    <message>
        <source>The shop goes back to {time}. What was recorded since then is lost – bills: {bills}, new members: {members}, {count} records in all. The file of now is kept beside it.</source>
        <translation>Sổ của quán quay về lúc {time}. Những gì ghi sau đó sẽ mất – hoá đơn: {bills}, thành viên mới: {members}, tổng cộng {count} bản ghi. Tệp hiện tại vẫn được giữ lại bên cạnh.</translation>
    </message>
</context>
<context>
    <name>BaseBoxes</name>
    <message>
        <source>What counts of the bill</source>
        <translation>Tính trên phần nào của hoá đơn</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Giảm giá</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Thuế</translation>
    </message>
    <message>
        <source>what is paid in money</source>
        <translation>phần trả bằng tiền</translation>
    </message>
    <message>
        <source>the whole bill with points</source>
        <translation>cả hoá đơn, kể cả phần trả bằng điểm</translation>
    </message>
    <message>
        <source>after discounts</source>
        <translation>sau giảm giá</translation>
    </message>
    <message>
        <source>before discounts</source>
        <translation>trước giảm giá</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>gồm thuế</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>không gồm thuế</translation>
    </message>
    <message>
        <source>{usual} (as in the program)</source>
        <translation>{usual} (như chương trình)</translation>
    </message>
</context>
<context>
    <name>BaseExtra</name>
    <message>
        <source>counts {paid}, {discount}, {tax}</source>
        <translation>tính trên {paid}, {discount}, {tax}</translation>
    </message>
</context>
<context>
    <name>BatchBox</name>
    <message>
        <source>Type the cards&apos; numbers, or scan a card</source>
        <translation>Gõ số thứ tự của thẻ, hoặc quét một thẻ</translation>
    </message>
    <message>
        <source>This batch has the cards 1 to {most}</source>
        <translation>Lô này có thẻ số 1 đến {most}</translation>
    </message>
    <message>
        <source>Write numbers like 7 or 12-18, with commas between them</source>
        <translation>Viết số như 7 hoặc 12-18, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>None of these cards is blank: they have an owner or are dead</source>
        <translation>Không thẻ nào còn trắng: đã có chủ hoặc đã bị huỷ</translation>
    </message>
    <message>
        <source>They are spoilt</source>
        <translation>Đúng, thẻ hỏng</translation>
    </message>
    <message>
        <source>Cards {numbers}: the blank ones ({count}) are dead at once, nobody can join with them.</source>
        <translation>Thẻ số {numbers}: các thẻ còn trắng ({count}) bị huỷ ngay, không ai đăng ký được nữa.</translation>
    </message>
    <message>
        <source>Those with an owner ({count}) stay as they are.</source>
        <translation>Thẻ đã có chủ ({count}) giữ nguyên.</translation>
    </message>
    <message>
        <source>Batch {number}, made {time}</source>
        <translation>Lô {number}, tạo lúc {time}</translation>
    </message>
    <message>
        <source>Cards: {cards} · printed: {printed} · with an owner: {linked} · spoilt: {spoilt} · replaced or lost: {dead} · still blank: {blank}</source>
        <translation>Số thẻ: {cards} · đã in: {printed} · có chủ: {linked} · hỏng: {spoilt} · đã thay hoặc mất: {dead} · còn trắng: {blank}</translation>
    </message>
    <message>
        <source>Spoilt: {numbers}</source>
        <translation>Hỏng: {numbers}</translation>
    </message>
    <message>
        <source>Not printed: {numbers}</source>
        <translation>Chưa in: {numbers}</translation>
    </message>
    <message>
        <source>With {place}: {numbers}</source>
        <translation>Đang ở {place}: {numbers}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>ai đó</translation>
    </message>
    <message>
        <source>Which cards</source>
        <translation>Những thẻ số</translation>
    </message>
    <message>
        <source>7 or 12-18, or scan; empty: all blank</source>
        <translation>7 hoặc 12-18, hoặc quét; bỏ trống: mọi thẻ trắng</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Spoilt…</source>
        <translation>Thẻ hỏng…</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>Đưa cho</translation>
    </message>
    <message>
        <source>a table, somebody of the staff; empty: the drawer</source>
        <translation>bàn nào, nhân viên nào; bỏ trống: cất vào ngăn</translation>
    </message>
    <message>
        <source>Note where they are</source>
        <translation>Ghi lại chỗ để thẻ</translation>
    </message>
</context>
<context>
    <name>BatchDesk</name>
    <message>
        <source>New blank cards: {count}</source>
        <translation>Thẻ trắng mới: {count}</translation>
    </message>
    <message>
        <source>blank cards {count}</source>
        <translation>thẻ trắng {count}</translation>
    </message>
    <message>
        <source>Blank cards of batch {number}</source>
        <translation>Thẻ trắng của lô {number}</translation>
    </message>
    <message>
        <source>Spoilt and dead now: {numbers}</source>
        <translation>Đã huỷ thẻ hỏng số {numbers}</translation>
    </message>
    <message>
        <source>Back in the drawer: {numbers}</source>
        <translation>Đã cất lại vào ngăn: thẻ số {numbers}</translation>
    </message>
    <message>
        <source>With {place} now: {numbers}</source>
        <translation>Đang ở {place}: thẻ số {numbers}</translation>
    </message>
    <message>
        <source>Left as they are, with an owner or dead: {numbers}</source>
        <translation>Giữ nguyên vì đã có chủ hoặc đã huỷ: thẻ số {numbers}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa làm được</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Type a number from 1 to {most}</source>
        <translation>Nhập một số từ 1 đến {most}</translation>
    </message>
    <message>
        <source>New blank cards</source>
        <translation>Thẻ trắng in sẵn</translation>
    </message>
    <message>
        <source>Printed beforehand, given out at the counter: scan a blank card to enrol its owner.</source>
        <translation>In trước, phát tại quầy: quét thẻ trắng là thêm khách ngay.</translation>
    </message>
    <message>
        <source>How many cards</source>
        <translation>Số lượng thẻ</translation>
    </message>
    <message>
        <source>Make PDF</source>
        <translation>Tạo PDF</translation>
    </message>
    <message>
        <source>Make and print</source>
        <translation>Tạo và in</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Các lô thẻ</translation>
    </message>
    <message>
        <source>No batch yet: make one above, print it, and keep it at the counter.</source>
        <translation>Chưa có lô nào: tạo một lô ở trên, in ra và để sẵn tại quầy.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lô</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>Owned</source>
        <translation>Đã có chủ</translation>
    </message>
    <message>
        <source>Spoilt</source>
        <translation>Hỏng</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Còn trắng</translation>
    </message>
    <message>
        <source>Open a batch to print more of it, or to mark cards as spoilt or handed out.</source>
        <translation>Mở một lô để in thêm, hoặc đánh dấu thẻ hỏng, thẻ đã đưa ra.</translation>
    </message>
    <message>
        <source>Batch {number}</source>
        <translation>Lô {number}</translation>
    </message>
</context>
<context>
    <name>BesideExtra</name>
    <message>
        <source>When several rules apply</source>
        <translation>Khi trùng nhiều luật</translation>
    </message>
    <message>
        <source>Group whose best counts</source>
        <translation>Nhóm chỉ lấy cao nhất</translation>
    </message>
    <message>
        <source>group</source>
        <translation>nhóm</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Thứ tự ưu tiên</translation>
    </message>
    <message>
        <source>when several rules apply: {beside} {group} priority {priority}</source>
        <translation>khi trùng nhiều luật: {beside} {group} ưu tiên {priority}</translation>
    </message>
    <message>
        <source>it adds to the others</source>
        <translation>cộng thêm vào các luật khác</translation>
    </message>
    <message>
        <source>only the best of its group</source>
        <translation>chỉ lấy luật cao nhất trong nhóm</translation>
    </message>
    <message>
        <source>it alone counts</source>
        <translation>chỉ tính riêng luật này</translation>
    </message>
    <message>
        <source>nothing after it counts</source>
        <translation>không tính luật nào sau nó</translation>
    </message>
</context>
<context>
    <name>BesideMembers</name>
    <message>
        <source>All members</source>
        <translation>Tất cả thành viên</translation>
    </message>
</context>
<context>
    <name>BestBox</name>
    <message>
        <source>Adding up…</source>
        <translation>Đang cộng…</translation>
    </message>
    <message>
        <source>No member has bought anything in this time.</source>
        <translation>Chưa có thành viên nào mua hàng trong thời gian này.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) bought for {sales}, returned goods left out. {few} of them ({part}) bring 80% of it.</source>
        <translation>
            <numerusform>%Ln thành viên đã mua {sales}, không tính hàng trả lại. Riêng {few} người trong đó ({part}) mang lại 80% số này.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best {percent}%: %Ln customer(s)</source>
        <translation>
            <numerusform>{percent}% mua nhiều nhất: %Ln khách</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Đã mua</translation>
    </message>
    <message>
        <source>The first {shown} of {all}; the file has all of them.</source>
        <translation>{shown} người đầu trong {all} người; tệp xuất ra có đủ.</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Write the best customers to a file</source>
        <translation>Xuất khách mua nhiều nhất ra tệp</translation>
    </message>
    <message>
        <source>best customers</source>
        <translation>khách mua nhiều nhất</translation>
    </message>
    <message>
        <source>Phone (of those who agreed to messages)</source>
        <translation>Điện thoại (của người đồng ý nhận tin)</translation>
    </message>
    <message>
        <source>Bought (₫)</source>
        <translation>Đã mua (₫)</translation>
    </message>
    <message>
        <source>The best customers</source>
        <translation>Khách mua nhiều nhất</translation>
    </message>
    <message>
        <source>Bills of which days</source>
        <translation>Hoá đơn của những ngày nào</translation>
    </message>
    <message>
        <source>the last {days} days</source>
        <translation>{days} ngày qua</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>từ trước đến nay</translation>
    </message>
    <message>
        <source>How many of the buyers</source>
        <translation>Bao nhiêu phần khách mua hàng</translation>
    </message>
    <message>
        <source>Bills of {days} – list the best {percent} of the buyers</source>
        <translation>Xem hoá đơn {days} và kê {percent} khách mua nhiều nhất</translation>
    </message>
    <message>
        <source>Best customers</source>
        <translation>Khách mua nhiều nhất</translation>
    </message>
    <message>
        <source>Write this list to a file…</source>
        <translation>Xuất danh sách này ra tệp…</translation>
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
    <name>BoxReading</name>
    <message>
        <source>Hours and minutes, please, for example 14:00</source>
        <translation>Gõ giờ và phút, ví dụ 14:00</translation>
    </message>
    <message>
        <source>Numbers with commas, please, for example 1, 15</source>
        <translation>Hãy nhập các số, cách nhau bằng dấu phẩy, ví dụ 1, 15</translation>
    </message>
    <message>
        <source>Day, month and year, please, for example 10/02/2027</source>
        <translation>Gõ đủ ngày, tháng, năm, ví dụ 10/02/2027</translation>
    </message>
</context>
<context>
    <name>BrandField</name>
    <message>
        <source>The shop&apos;s colour on cards, buttons and this screen</source>
        <translation>Màu của quán trên thẻ, trên nút bấm và màn hình này</translation>
    </message>
    <message>
        <source>The colour&apos;s code</source>
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
    <name>BreachPanel</name>
    <message>
        <source>Noticed {noticed}, reported {reported}</source>
        <translation>Phát hiện {noticed}, đã báo {reported}</translation>
    </message>
    <message numerus="yes">
        <source>Noticed {noticed}: %n hours left to report</source>
        <translation>
            <numerusform>Phát hiện {noticed}: còn %n giờ để báo</numerusform>
        </translation>
    </message>
    <message>
        <source>Noticed {noticed}: the 72 hours are over – report now</source>
        <translation>Phát hiện {noticed}: đã quá 72 giờ – báo ngay</translation>
    </message>
    <message>
        <source>This writes down that data may have got out, starts the 72 hours until the authority has to be told, and writes a folder with the evidence.</source>
        <translation>Sẽ ghi lại việc dữ liệu có thể bị lộ, bắt đầu tính 72 giờ phải báo cơ quan chức năng, và ghi một thư mục chứng cứ.</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Bắt đầu ngay</translation>
    </message>
    <message>
        <source>Putting the evidence aside:</source>
        <translation>Đang lưu chứng cứ:</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>No evidence was written.</source>
        <translation>Chưa ghi chứng cứ nào.</translation>
    </message>
    <message>
        <source>Evidence, lists and the texts to send are in {path}</source>
        <translation>Chứng cứ, danh sách và mẫu văn bản nằm ở {path}</translation>
    </message>
    <message>
        <source>The 72 hours run</source>
        <translation>Đang tính 72 giờ</translation>
    </message>
    <message>
        <source>Data may have got out</source>
        <translation>Dữ liệu có thể bị lộ</translation>
    </message>
    <message>
        <source>Every member gets a new code, and all cards that were handed out before the breach stop working at once. New cards are then printed under “Cards”, or shown as pictures.</source>
        <translation>Mỗi khách được cấp mã mới, mọi thẻ đã phát trước sự cố hết hiệu lực ngay. Sau đó in thẻ mới ở mục “Thẻ”, hoặc gửi ảnh mã.</translation>
    </message>
    <message>
        <source>Renew all codes</source>
        <translation>Đổi mã tất cả</translation>
    </message>
    <message>
        <source>Renewing codes:</source>
        <translation>Đang đổi mã:</translation>
    </message>
    <message numerus="yes">
        <source>%n members have a new code; their old cards are dead.</source>
        <translation>
            <numerusform>%n khách đã có mã mới; thẻ cũ hết hiệu lực.</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes renewed</source>
        <translation>Đã đổi mã</translation>
    </message>
    <message>
        <source>A stolen PC, a lost stick, a list sent to the wrong person: the authority (A05) has to be told within 72 hours. The folder holds the journal without anything personal, the members, the tills, and the texts to fill in and send.</source>
        <translation>Mất máy, mất USB, gửi nhầm danh sách: phải báo cơ quan chức năng (A05) trong 72 giờ. Thư mục gồm nhật ký không có thông tin cá nhân, danh sách khách, các máy quầy và mẫu văn bản để điền và gửi.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Sự việc</translation>
    </message>
    <message>
        <source>The list of members has their names and phone numbers too</source>
        <translation>Danh sách khách có cả tên và số điện thoại</translation>
    </message>
    <message>
        <source>Put the evidence aside and start the 72 hours</source>
        <translation>Lưu chứng cứ và bắt đầu tính 72 giờ</translation>
    </message>
    <message>
        <source>Renew all card codes…</source>
        <translation>Đổi mã mọi thẻ…</translation>
    </message>
    <message>
        <source>Were the PC or a backup in other hands? Change the key under Settings → Protecting the data, and the PINs under “Staff”.</source>
        <translation>Máy hoặc bản sao lưu đã rơi vào tay người khác? Hãy đổi khoá ở Cài đặt → Bảo vệ dữ liệu, và đổi PIN ở “Nhân viên”.</translation>
    </message>
    <message>
        <source>The authority was told</source>
        <translation>Đã báo cơ quan chức năng</translation>
    </message>
</context>
<context>
    <name>BudgetBox</name>
    <message>
        <source>no budget</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>{budget}, as usual</source>
        <translation>{budget} (mặc định)</translation>
    </message>
    <message>
        <source>Budget it is paid from</source>
        <translation>Ngân sách chi trả</translation>
    </message>
    <message>
        <source>{sentence} – paid from {budget}</source>
        <translation>{sentence} – chi từ ngân sách: {budget}</translation>
    </message>
</context>
<context>
    <name>BudgetExtra</name>
    <message>
        <source>Budget it is paid from</source>
        <translation>Ngân sách chi trả</translation>
    </message>
    <message>
        <source>paid from {budget}</source>
        <translation>chi từ ngân sách {budget}</translation>
    </message>
</context>
<context>
    <name>BudgetRow</name>
    <message>
        <source>Name of the budget</source>
        <translation>Tên ngân sách</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>At most in a month</source>
        <translation>Tối đa mỗi tháng</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Dùng để làm gì</translation>
    </message>
    <message>
        <source>When it is used up</source>
        <translation>Khi hết ngân sách</translation>
    </message>
    <message>
        <source>to keep customers</source>
        <translation>để giữ khách quen</translation>
    </message>
    <message>
        <source>to win new customers</source>
        <translation>để kéo khách mới</translation>
    </message>
    <message>
        <source>its rules stop</source>
        <translation>các luật dùng nó ngừng cộng điểm</translation>
    </message>
    <message>
        <source>{name} spends at most {month} a month {purpose} – when it is used up {end} {remove}</source>
        <translation>{name} chi tối đa {month} mỗi tháng {purpose} – khi hết thì {end} {remove}</translation>
    </message>
    <message>
        <source>{spent} spent this month, {share}</source>
        <translation>tháng này đã chi {spent}, {share}</translation>
    </message>
    <message>
        <source>{state} – used up, its rules have stopped</source>
        <translation>{state} – đã hết, các luật dùng nó đã ngừng cộng</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>the owner is asked at the till</source>
        <translation>hỏi chủ quán ngay tại quầy</translation>
    </message>
    <message>
        <source>{state} – used up: the till asks for you at every bill</source>
        <translation>{state} – đã hết: quầy sẽ hỏi chủ quán với từng hoá đơn vượt</translation>
    </message>
    <message>
        <source>It also pays for welcome points and gifts for bringing a friend that name no other.</source>
        <translation>Ngân sách này cũng chi cho điểm chào mừng và quà giới thiệu bạn bè, trừ khi chọn ngân sách khác.</translation>
    </message>
    <message>
        <source>It also pays for gifts of birthdays, holidays, milestones, coming back and tiers that name no other.</source>
        <translation>Ngân sách này cũng chi cho quà sinh nhật, ngày lễ, cột mốc, quay lại và lên hạng, trừ khi chọn ngân sách khác.</translation>
    </message>
</context>
<context>
    <name>BudgetsPanel</name>
    <message>
        <source>Budgets</source>
        <translation>Ngân sách</translation>
    </message>
    <message>
        <source>What a point costs the shop</source>
        <translation>Một điểm tốn của quán bao nhiêu</translation>
    </message>
    <message>
        <source>For budgets each {points} counts as {cost}</source>
        <translation>Khi tính ngân sách, mỗi {points} là {cost}</translation>
    </message>
    <message>
        <source>Set a budget</source>
        <translation>Đặt ngân sách</translation>
    </message>
</context>
<context>
    <name>CalibrationDesk</name>
    <message>
        <source>Calibration page</source>
        <translation>Trang canh chỉnh máy in</translation>
    </message>
    <message>
        <source>Kept: cards on {printer} land where they belong from now on</source>
        <translation>Đã lưu: từ nay thẻ in trên {printer} sẽ đúng chỗ</translation>
    </message>
</context>
<context>
    <name>CalibrationPanel</name>
    <message>
        <source>Type a length from {least} to {most} mm – one beyond that was not measured from the paper&apos;s edge, or not printed at 100%</source>
        <translation>Nhập độ dài từ {least} đến {most} mm – ngoài khoảng này là chưa đo từ mép giấy, hoặc chưa in ở 100%</translation>
    </message>
    <message>
        <source>A printer that is off</source>
        <translation>Máy in bị lệch</translation>
    </message>
    <message>
        <source>Cards do not land on the cuts? Print the calibration page, measure it with a ruler and type the four lengths. They are kept for this printer and heeded whenever cards are printed on it, not in PDF files.</source>
        <translation>Thẻ in ra không trúng đường cắt? Hãy in trang canh chỉnh, lấy thước đo rồi nhập bốn độ dài. Số đo được lưu cho máy in này và dùng mỗi khi in thẻ trên nó, không dùng cho tệp PDF.</translation>
    </message>
    <message>
        <source>Print the calibration page</source>
        <translation>In trang canh chỉnh</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Đo trên máy in</translation>
    </message>
    <message>
        <source>A – left edge to cross 1, mm</source>
        <translation>A – mép trái đến dấu 1, mm</translation>
    </message>
    <message>
        <source>B – upper edge to cross 1, mm</source>
        <translation>B – mép trên đến dấu 1, mm</translation>
    </message>
    <message>
        <source>C – lying ruler, mm</source>
        <translation>C – thước ngang, mm</translation>
    </message>
    <message>
        <source>D – standing ruler, mm</source>
        <translation>D – thước dọc, mm</translation>
    </message>
    <message>
        <source>Keep for this printer</source>
        <translation>Lưu cho máy in này</translation>
    </message>
</context>
<context>
    <name>CapRow</name>
    <message>
        <source>How many at most</source>
        <translation>Tối đa bao nhiêu</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>All rules together give a customer at most {points} each {per} {remove}</source>
        <translation>Mọi luật cộng lại, mỗi khách tối đa {points} mỗi {per} {remove}</translation>
    </message>
</context>
<context>
    <name>CapsField</name>
    <message>
        <source>Set the most a customer can earn</source>
        <translation>Đặt mức điểm tối đa cho mỗi khách</translation>
    </message>
</context>
<context>
    <name>CardDesignDesk</name>
    <message>
        <source>The logo is being read</source>
        <translation>Đang đọc logo</translation>
    </message>
    <message>
        <source>Cards look so from now on</source>
        <translation>Từ giờ thẻ sẽ như vậy</translation>
    </message>
    <message>
        <source>Those printed stay as they are.</source>
        <translation>Thẻ đã in vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Chọn logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)</source>
        <translation>Ảnh (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>CardDesignPanel</name>
    <message>
        <source>Another logo…</source>
        <translation>Logo khác…</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Chọn logo…</translation>
    </message>
    <message>
        <source>Too long: at most {count} letters</source>
        <translation>Dài quá: tối đa {count} chữ</translation>
    </message>
    <message>
        <source>Without its number a card whose code is scratched cannot be typed in</source>
        <translation>Không in số thì khi mã bị xước sẽ không gõ tay được</translation>
    </message>
    <message>
        <source>Template, colour and logo</source>
        <translation>Mẫu thẻ, màu và logo</translation>
    </message>
    <message>
        <source>The shop’s logo, from a JPEG or PNG file of any size; empty margins are cut off</source>
        <translation>Logo của quán, từ tệp JPEG hoặc PNG cỡ nào cũng được; lề trống sẽ được cắt bỏ</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Không dùng logo</translation>
    </message>
    <message>
        <source>What stands on the card</source>
        <translation>Trên thẻ có gì</translation>
    </message>
    <message>
        <source>The member’s name; a blank card has a line to write it on</source>
        <translation>Tên khách; thẻ trắng có dòng để viết tên</translation>
    </message>
    <message>
        <source>The card’s number, in groups of four</source>
        <translation>Số thẻ, từng nhóm bốn chữ số</translation>
    </message>
    <message>
        <source>The member’s tier</source>
        <translation>Hạng của khách</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Thành viên từ ngày nào</translation>
    </message>
    <message>
        <source>How points are earned, in plain words</source>
        <translation>Chương trình của quán, nói cho dễ hiểu</translation>
    </message>
    <message>
        <source>What the member’s tier brings, and its number to call</source>
        <translation>Quyền lợi của hạng và số điện thoại riêng</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Lời của quán</translation>
    </message>
    <message>
        <source>A word to the member (may stay empty)</source>
        <translation>Một lời gửi khách (có thể để trống)</translation>
    </message>
    <message>
        <source>Hotline (may stay empty)</source>
        <translation>Đường dây nóng (có thể để trống)</translation>
    </message>
    <message>
        <source>Terms of sale, return and warranty, as regular customers are to be told them</source>
        <translation>Điều khoản mua bán, đổi trả, bảo hành để khách quen biết</translation>
    </message>
    <message>
        <source>Usual words</source>
        <translation>Lời thường dùng</translation>
    </message>
</context>
<context>
    <name>CardDesignSide</name>
    <message>
        <source>The card, front and back</source>
        <translation>Thẻ, mặt trước và mặt sau</translation>
    </message>
    <message>
        <source>Whose card is shown</source>
        <translation>Đang xem thẻ của ai</translation>
    </message>
    <message>
        <source>As it looks for {name}</source>
        <translation>Thẻ của {name}</translation>
    </message>
    <message>
        <source>a blank card</source>
        <translation>thẻ trắng</translation>
    </message>
    <message>
        <source>The card of the draft</source>
        <translation>Thẻ đang thiết kế</translation>
    </message>
    <message>
        <source>There is much to read: the letters on the back are small</source>
        <translation>Nhiều chữ quá: chữ ở mặt sau sẽ nhỏ</translation>
    </message>
    <message>
        <source>The code is on the back: print both sides of every card</source>
        <translation>Mã nằm ở mặt sau: hãy in cả hai mặt của thẻ</translation>
    </message>
    <message>
        <source>The shop’s name is too long for this template: its end is left out</source>
        <translation>Tên quán dài quá so với mẫu này: phần cuối bị bỏ bớt</translation>
    </message>
    <message>
        <source>The longest names are shortened on this template</source>
        <translation>Những tên dài nhất bị rút gọn trên mẫu này</translation>
    </message>
    <message>
        <source>Not all lines of the program fit: switch something off, or shorten your words</source>
        <translation>Chương trình điểm không in hết được: hãy tắt bớt, hoặc viết ngắn lại</translation>
    </message>
    <message>
        <source>The terms do not fit whole: shorten them, or switch something off</source>
        <translation>Điều khoản không in hết được: hãy viết ngắn lại, hoặc tắt bớt</translation>
    </message>
    <message>
        <source>Something on the card is shortened: less is more</source>
        <translation>Có chỗ trên thẻ bị rút gọn: bớt đi sẽ đẹp hơn</translation>
    </message>
    <message>
        <source>Words on the colour are white and read well: {contrast}</source>
        <translation>Chữ trên nền màu là trắng, dễ đọc: {contrast}</translation>
    </message>
    <message>
        <source>The colour is pale: words on it are dark and read well: {contrast}</source>
        <translation>Màu nhạt: chữ trên nền màu là chữ sẫm, dễ đọc: {contrast}</translation>
    </message>
    <message>
        <source>On light ground letters have the darker {colour}</source>
        <translation>Trên nền sáng, chữ dùng màu đậm hơn {colour}</translation>
    </message>
    <message>
        <source>On dark ground letters have the brighter {colour}</source>
        <translation>Trên nền tối, chữ dùng màu sáng hơn {colour}</translation>
    </message>
</context>
<context>
    <name>CardOnSlip</name>
    <message>
        <source>The card is on its way to the receipt printer</source>
        <translation>Thẻ đang được in ở máy in hoá đơn</translation>
    </message>
    <message>
        <source>This till has no receipt printer</source>
        <translation>Quầy này chưa có máy in hoá đơn</translation>
    </message>
    <message>
        <source>Choose one in the settings, under Slips.</source>
        <translation>Hãy chọn máy in trong phần cài đặt, mục Phiếu tích điểm.</translation>
    </message>
</context>
<context>
    <name>CardTemplates</name>
    <message>
        <source>Classic</source>
        <translation>Cổ điển</translation>
    </message>
    <message>
        <source>Light paper</source>
        <translation>Giấy sáng</translation>
    </message>
    <message>
        <source>Postage stamp</source>
        <translation>Tem thư</translation>
    </message>
    <message>
        <source>Big code</source>
        <translation>Mã lớn</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Làn sóng</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Đêm</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>A blank card, front and back</source>
        <translation>Thẻ trắng, mặt trước và mặt sau</translation>
    </message>
    <message>
        <source>How a card looks</source>
        <translation>Mẫu thẻ</translation>
    </message>
    <message>
        <source>Design the card</source>
        <translation>Thiết kế thẻ</translation>
    </message>
    <message>
        <source>Name, address and colour come from the settings, the lines on the back from the program.</source>
        <translation>Tên, địa chỉ và màu lấy từ Cài đặt, các dòng mặt sau lấy từ Chương trình.</translation>
    </message>
    <message>
        <source>Print at 100%, on both sides, turned over the long edge.</source>
        <translation>In ở 100%, hai mặt, lật theo cạnh dài.</translation>
    </message>
    <message>
        <source>Print at 100%, on one side.</source>
        <translation>In ở 100%, một mặt.</translation>
    </message>
    <message>
        <source>Print at 100%, on both sides, turned over the short edge.</source>
        <translation>In ở 100%, hai mặt, lật theo cạnh ngắn.</translation>
    </message>
</context>
<context>
    <name>CausesBox</name>
    <message>
        <source>Cause</source>
        <translation>Việc thiện</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Số lần</translation>
    </message>
    <message>
        <source>Given in {points}</source>
        <translation>Đã góp ({points})</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Trị giá</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Good causes</source>
        <translation>Góp cho việc thiện</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Chép dòng này</translation>
    </message>
    <message>
        <source>Save the poster</source>
        <translation>Lưu áp phích</translation>
    </message>
    <message>
        <source>Of bills</source>
        <translation>Trích từ hoá đơn</translation>
    </message>
</context>
<context>
    <name>CausesPanel</name>
    <message>
        <source>No reward gives points to it yet: add one above</source>
        <translation>Chưa có phần thưởng nào góp điểm cho việc này: hãy thêm ở mục Phần thưởng phía trên</translation>
    </message>
    <message>
        <source>Good causes</source>
        <translation>Góp cho việc thiện</translation>
    </message>
    <message>
        <source>Add a cause</source>
        <translation>Thêm việc thiện</translation>
    </message>
    <message>
        <source>Name of the cause</source>
        <translation>Tên việc thiện</translation>
    </message>
    <message>
        <source>What a point is worth to it</source>
        <translation>Mỗi điểm trị giá bao nhiêu</translation>
    </message>
    <message>
        <source>Customers give points away, or the shop a share of every bill; the shop pays it out.</source>
        <translation>Khách góp điểm, hoặc quán trích một phần mỗi hoá đơn; quán chi ra số tiền đó.</translation>
    </message>
    <message>
        <source>For {name} the shop gives {point_vnd} for each point, and {share_bp} of every bill {remove}</source>
        <translation>Cho {name} quán góp {point_vnd} mỗi điểm, và trích {share_bp} mỗi hoá đơn {remove}</translation>
    </message>
    <message>
        <source>What of every bill goes to it</source>
        <translation>Trích bao nhiêu của mỗi hoá đơn</translation>
    </message>
</context>
<context>
    <name>Checked</name>
    <message>
        <source>The file is sound: {records} records, every balance adds up.</source>
        <translation>Tệp tốt: {records} bản ghi, mọi số dư đều khớp.</translation>
    </message>
    <message>
        <source>Something is wrong with the file.</source>
        <translation>Tệp có vấn đề.</translation>
    </message>
    <message>
        <source>Damaged places on the disk: {count} ({first})</source>
        <translation>Chỗ hỏng trên đĩa: {count} ({first})</translation>
    </message>
    <message>
        <source>Records that were changed or are missing: {count} ({first})</source>
        <translation>Bản ghi bị sửa hoặc bị mất: {count} ({first})</translation>
    </message>
    <message>
        <source>Figures that differ from the records: {count} ({first})</source>
        <translation>Số liệu khác với bản ghi: {count} ({first})</translation>
    </message>
    <message>
        <source>Members whose balance does not add up: {count}</source>
        <translation>Thành viên có số dư không khớp: {count}</translation>
    </message>
    <message>
        <source>Restore the last backup; the file is kept beside it.</source>
        <translation>Hãy khôi phục bản sao lưu gần nhất; tệp này vẫn được giữ lại bên cạnh.</translation>
    </message>
</context>
<context>
    <name>ChosenMembers</name>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Tìm thành viên</translation>
    </message>
    <message>
        <source>Name without marks, or last digits of the phone</source>
        <translation>Tên (không cần dấu) hoặc số cuối điện thoại</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>Thành viên tìm thấy</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Add a group…</source>
        <translation>Thêm cả nhóm…</translation>
    </message>
    <message>
        <source>Birthdays in month {month}</source>
        <translation>Sinh nhật tháng {month}</translation>
    </message>
    <message>
        <source>Tag “{tag}” ({count})</source>
        <translation>Nhãn “{tag}” ({count})</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>Hạng {tier}</translation>
    </message>
    <message>
        <source>Nobody is in this group.</source>
        <translation>Nhóm này chưa có ai.</translation>
    </message>
    <message>
        <source>Print nothing for this member</source>
        <translation>Không in cho khách này</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} người nữa</translation>
    </message>
    <message>
        <source>Find members and pick them with Enter, or add a group: it is printed for all of them.</source>
        <translation>Tìm khách rồi bấm Enter để chọn, hoặc thêm cả nhóm: in cho tất cả cùng lúc.</translation>
    </message>
    <message>
        <source>For members</source>
        <translation>In cho thành viên</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Thêm cả nhóm</translation>
    </message>
    <message>
        <source>Drop all</source>
        <translation>Bỏ chọn hết</translation>
    </message>
</context>
<context>
    <name>Clause</name>
    <message>
        <source>Type at least one name</source>
        <translation>Hãy nhập ít nhất một tên</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>When it applies</source>
        <translation>Khi nào áp dụng</translation>
    </message>
    <message>
        <source>no tier yet</source>
        <translation>chưa có hạng</translation>
    </message>
    <message>
        <source>day</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>week</source>
        <translation>tuần</translation>
    </message>
    <message>
        <source>month</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>all</source>
        <translation>mọi tháng</translation>
    </message>
    <message>
        <source>on {weekdays}</source>
        <translation>vào {weekdays}</translation>
    </message>
    <message>
        <source>for tier {tiers}</source>
        <translation>cho hạng {tiers}</translation>
    </message>
    <message>
        <source>between {first} and {until}</source>
        <translation>từ {first} đến {until}</translation>
    </message>
    <message>
        <source>from {first} to {until}, both included</source>
        <translation>từ ngày {first} đến hết ngày {until}</translation>
    </message>
    <message>
        <source>every year from day {day} of month {month}, for {days}</source>
        <translation>mỗi năm từ ngày {day} tháng {month}, trong {days}</translation>
    </message>
    <message>
        <source>from {before_days} before Tết until the end of {after_days} of it</source>
        <translation>từ {before_days} trước Tết đến hết {after_days} Tết</translation>
    </message>
    <message>
        <source>for who comes back after {days} or more</source>
        <translation>cho khách quay lại sau ít nhất {days}</translation>
    </message>
    <message>
        <source>on lunar days {days} of months {months}</source>
        <translation>vào ngày âm lịch {days} của tháng {months}</translation>
    </message>
    <message>
        <source>in the birthday&apos;s {span}</source>
        <translation>đúng {span} sinh nhật</translation>
    </message>
    <message>
        <source>for customers tagged {tags}</source>
        <translation>cho khách có nhãn {tags}</translation>
    </message>
    <message>
        <source>for bills paid by {tenders}</source>
        <translation>cho hoá đơn trả bằng {tenders}</translation>
    </message>
    <message>
        <source>on bills from {amount_vnd} up</source>
        <translation>cho hoá đơn từ {amount_vnd} trở lên</translation>
    </message>
    <message>
        <source>with at least {quantity} of {what} {names}</source>
        <translation>có ít nhất {quantity} món thuộc {what} {names}</translation>
    </message>
    <message>
        <source>on the first purchase</source>
        <translation>vào lần mua đầu</translation>
    </message>
    <message>
        <source>always</source>
        <translation>luôn luôn</translation>
    </message>
    <message>
        <source>MoMo, card</source>
        <translation>MoMo, thẻ</translation>
    </message>
</context>
<context>
    <name>ClauseMenu</name>
    <message>
        <source>without “not”</source>
        <translation>bỏ “trừ khi”</translation>
    </message>
    <message>
        <source>The contrary of this, or another beside it</source>
        <translation>Điều ngược lại, hoặc thêm một điều kiện khác</translation>
    </message>
    <message>
        <source>Or, not…</source>
        <translation>Hoặc, trừ khi…</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>– not in the list –</source>
        <translation>– không có –</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>cột {number}</translation>
    </message>
    <message>
        <source>Which column is what?</source>
        <translation>Cột nào là gì?</translation>
    </message>
</context>
<context>
    <name>ConditionEditor</name>
    <message>
        <source>Add when it applies</source>
        <translation>Thêm điều kiện áp dụng</translation>
    </message>
    <message>
        <source>+ Only when…</source>
        <translation>+ Chỉ áp dụng khi…</translation>
    </message>
    <message>
        <source>on certain weekdays</source>
        <translation>vào một số ngày trong tuần</translation>
    </message>
    <message>
        <source>between two hours</source>
        <translation>trong khung giờ</translation>
    </message>
    <message>
        <source>between two dates</source>
        <translation>trong khoảng ngày</translation>
    </message>
    <message>
        <source>on certain days of every year</source>
        <translation>vào một dịp hằng năm</translation>
    </message>
    <message>
        <source>around the birthday</source>
        <translation>dịp sinh nhật</translation>
    </message>
    <message>
        <source>for certain tiers</source>
        <translation>cho một số hạng</translation>
    </message>
    <message>
        <source>for customers with a tag</source>
        <translation>cho khách có nhãn</translation>
    </message>
    <message>
        <source>on the first purchase</source>
        <translation>vào lần mua đầu</translation>
    </message>
    <message>
        <source>after a long time away</source>
        <translation>lâu ngày mới quay lại</translation>
    </message>
    <message>
        <source>on bills of a certain size</source>
        <translation>hoá đơn từ một mức tiền</translation>
    </message>
    <message>
        <source>on days of the lunar month</source>
        <translation>vào ngày âm lịch (rằm, mùng một)</translation>
    </message>
    <message>
        <source>around Tết</source>
        <translation>dịp Tết</translation>
    </message>
    <message>
        <source>with certain items on the bill</source>
        <translation>hoá đơn có món nhất định</translation>
    </message>
    <message>
        <source>for certain ways of paying</source>
        <translation>theo cách trả tiền</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>CostExtra</name>
    <message>
        <source>What it costs the shop</source>
        <translation>Giá vốn của quán</translation>
    </message>
    <message>
        <source>costs the shop {cost_vnd}</source>
        <translation>giá vốn {cost_vnd}</translation>
    </message>
</context>
<context>
    <name>CountingPanel</name>
    <message>
        <source>What counts</source>
        <translation>Tính trên gì</translation>
    </message>
    <message>
        <source>What is rounded</source>
        <translation>Làm tròn cái gì</translation>
    </message>
    <message>
        <source>Points spent on a bill that is returned</source>
        <translation>Điểm đã dùng cho hoá đơn trả lại</translation>
    </message>
    <message>
        <source>for each rule by itself</source>
        <translation>theo từng luật</translation>
    </message>
    <message>
        <source>once for the whole bill</source>
        <translation>một lần cho cả hoá đơn</translation>
    </message>
    <message>
        <source>when the whole bill is returned</source>
        <translation>khi trả lại cả hoá đơn</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>Points are earned on {paid} {discount} {tax}</source>
        <translation>Điểm tính trên {paid} {discount} {tax}</translation>
    </message>
    <message>
        <source>Parts of a point are rounded {rounded}</source>
        <translation>Phần lẻ của điểm làm tròn {rounded}</translation>
    </message>
    <message>
        <source>Points spent on a bill come back {spent}</source>
        <translation>Điểm đã dùng được trả lại {spent}</translation>
    </message>
    <message>
        <source>Bills that are paid in parts</source>
        <translation>Hoá đơn trả làm nhiều lần</translation>
    </message>
    <message>
        <source>always at once</source>
        <translation>một lần là đủ</translation>
    </message>
    <message>
        <source>in parts too – points come as it is paid</source>
        <translation>làm nhiều lần cũng được – trả đến đâu có điểm đến đó</translation>
    </message>
    <message>
        <source>in parts too – points come when it is fully paid</source>
        <translation>làm nhiều lần cũng được – trả đủ mới có điểm</translation>
    </message>
    <message>
        <source>A customer’s bill is paid {parts}</source>
        <translation>Hoá đơn của khách được trả {parts}</translation>
    </message>
</context>
<context>
    <name>CustomerBox</name>
    <message>
        <source>What customers read</source>
        <translation>Bảng giới thiệu cho khách</translation>
    </message>
    <message>
        <source>Print on A5</source>
        <translation>In tờ A5</translation>
    </message>
</context>
<context>
    <name>CustomerLists</name>
    <message>
        <source>Still members</source>
        <translation>Còn là thành viên</translation>
    </message>
    <message numerus="yes">
        <source>The list of {time}: %Ln member(s) go. Who has bought since stays a member, without the points the list gave.</source>
        <translation>
            <numerusform>Danh sách lúc {time}: %Ln thành viên sẽ bị gỡ. Ai đã mua hàng từ đó vẫn là thành viên, chỉ mất điểm mang từ danh sách.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerScreenPanel</name>
    <message>
        <source>Any but the counter&apos;s</source>
        <translation>Bất kỳ, trừ màn hình của quầy</translation>
    </message>
    <message>
        <source>{monitor} – not plugged in</source>
        <translation>{monitor} – chưa cắm</translation>
    </message>
    <message>
        <source>One monitor is plugged in. The screen opens by itself when there is a second one.</source>
        <translation>Đang cắm một màn hình. Khi cắm màn hình thứ hai, màn hình khách tự mở.</translation>
    </message>
    <message>
        <source>Customers&apos; screen</source>
        <translation>Màn hình khách</translation>
    </message>
    <message>
        <source>On a second monitor customers see a welcome, their points, what the bill brings and which rewards are in reach – never a phone number or a note.</source>
        <translation>Trên màn hình thứ hai, khách thấy lời chào, điểm của mình, hoá đơn được bao nhiêu điểm và quà nào trong tầm tay – không bao giờ có số điện thoại hay ghi chú.</translation>
    </message>
    <message>
        <source>Show it on a second monitor</source>
        <translation>Hiện trên màn hình thứ hai</translation>
    </message>
    <message>
        <source>Which monitor</source>
        <translation>Màn hình nào</translation>
    </message>
    <message>
        <source>Your own words while nobody is served</source>
        <translation>Lời riêng của quán khi chưa phục vụ ai</translation>
    </message>
    <message>
        <source>Look at it here</source>
        <translation>Xem thử tại đây</translation>
    </message>
</context>
<context>
    <name>CustomerSort</name>
    <message>
        <source>Taking customers in:</source>
        <translation>Đang nhập khách:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) joined</source>
        <translation>
            <numerusform>Đã nhập %Ln khách</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer lists (*.xlsx *.xls *.csv *.tsv *.txt)</source>
        <translation>Danh sách khách (*.xlsx *.xls *.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>DayLimitExtra</name>
    <message>
        <source>How many the shop gives a day</source>
        <translation>Số phần mỗi ngày cả quán</translation>
    </message>
    <message>
        <source>the whole shop gives at most {day_limit} a day</source>
        <translation>cả quán tối đa {day_limit} phần mỗi ngày</translation>
    </message>
</context>
<context>
    <name>DesignBar</name>
    <message>
        <source>The changes to the card are not saved yet.</source>
        <translation>Thiết kế thẻ chưa được lưu.</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>Lưu thiết kế</translation>
    </message>
    <message>
        <source>Back to printing</source>
        <translation>Quay lại trang in</translation>
    </message>
</context>
<context>
    <name>DraftDesk</name>
    <message>
        <source>Revision {number} is published and holds from {day}</source>
        <translation>Đã công bố bản {number}, áp dụng từ {day}</translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message>
        <source>Lucky draws</source>
        <translation>Rút thăm may mắn</translation>
    </message>
    <message>
        <source>Lucky draw “{draw}”</source>
        <translation>Rút thăm “{draw}”</translation>
    </message>
    <message>
        <source>Seed sealed at {time}. Its commitment – print it before the first ticket:</source>
        <translation>Đã niêm phong mã bí mật lúc {time}. Mã cam kết – in ra trước khi phát vé đầu tiên:</translation>
    </message>
    <message>
        <source>Seed sealed at {time}. Its commitment:</source>
        <translation>Đã niêm phong mã bí mật lúc {time}. Mã cam kết:</translation>
    </message>
    <message>
        <source>Commitment {digits}</source>
        <translation>Mã cam kết {digits}</translation>
    </message>
    <message>
        <source>Draw the winners</source>
        <translation>Rút thăm</translation>
    </message>
    <message>
        <source>Publish the list</source>
        <translation>Công bố danh sách</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln vé</numerusform>
        </translation>
    </message>
    <message>
        <source>tickets until {day}</source>
        <translation>phát vé đến {day}</translation>
    </message>
    <message>
        <source>over – the list is to be published</source>
        <translation>đã hết hạn – chờ công bố danh sách</translation>
    </message>
    <message>
        <source>list published – to be drawn</source>
        <translation>đã công bố danh sách – chờ rút</translation>
    </message>
    <message>
        <source>drawn at {time}</source>
        <translation>đã rút lúc {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln khách</numerusform>
        </translation>
    </message>
    <message>
        <source>{tickets} of {people} so far. Tickets are given to the end of {day}; then the list is published.</source>
        <translation>Đến nay có {tickets} của {people}. Phát vé đến hết ngày {day}, rồi công bố danh sách.</translation>
    </message>
    <message>
        <source>{tickets} of {people}. The last day is over: publish the list, and nothing changes it any more.</source>
        <translation>Có {tickets} của {people}. Đã qua ngày cuối: hãy công bố danh sách, sau đó không gì thay đổi được nữa.</translation>
    </message>
    <message>
        <source>{tickets} of {people} stand in the list. Draw before witnesses.</source>
        <translation>Danh sách có {tickets} của {people}. Hãy rút trước mặt người chứng kiến.</translation>
    </message>
    <message>
        <source>{tickets} of {people}. Anybody can work the winners out again from the saved files.</source>
        <translation>Có {tickets} của {people}. Ai cũng có thể tính lại người trúng từ các tệp đã lưu.</translation>
    </message>
    <message>
        <source>Prize</source>
        <translation>Giải</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Người trúng</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không có ai</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>Số vé</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Code in the list</source>
        <translation>Mã trong danh sách</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more customer(s) in the saved list</source>
        <translation>
            <numerusform>và %Ln khách nữa trong danh sách đã lưu</numerusform>
        </translation>
    </message>
    <message>
        <source>The seed is opened and the winners are recorded. This happens once, for good.</source>
        <translation>Mã bí mật được mở và người trúng được ghi lại. Việc này chỉ làm một lần, không làm lại được.</translation>
    </message>
    <message>
        <source>From now on neither a return nor a bill entered late changes the list. It cannot be opened again.</source>
        <translation>Từ lúc này, trả hàng hay hoá đơn nhập muộn đều không làm thay đổi danh sách. Không mở lại được.</translation>
    </message>
    <message>
        <source>No draw yet. Add one on the page “Program”: its seed is sealed when it is published.</source>
        <translation>Chưa có đợt rút thăm nào. Thêm ở trang “Chương trình”: khi công bố, mã bí mật được niêm phong.</translation>
    </message>
    <message>
        <source>Winners</source>
        <translation>Người trúng thưởng</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Số lượng vé</translation>
    </message>
    <message>
        <source>Save to print and check</source>
        <translation>Lưu để in và kiểm chứng</translation>
    </message>
</context>
<context>
    <name>DrawDesk</name>
    <message>
        <source>Publishing the list</source>
        <translation>Đang công bố danh sách</translation>
    </message>
    <message>
        <source>Drawing the winners</source>
        <translation>Đang rút thăm</translation>
    </message>
    <message>
        <source>The list of “{draw}” is published – save it and hang it up</source>
        <translation>Đã công bố danh sách “{draw}” – hãy lưu và treo lên</translation>
    </message>
    <message numerus="yes">
        <source>“{draw}” is drawn: %Ln winner(s)</source>
        <translation>
            <numerusform>Đã rút “{draw}”: %Ln người trúng</numerusform>
        </translation>
    </message>
    <message>
        <source>rules</source>
        <translation>thể lệ</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>danh sách vé</translation>
    </message>
    <message>
        <source>record</source>
        <translation>biên bản</translation>
    </message>
    <message>
        <source>Writing the papers</source>
        <translation>Đang ghi giấy tờ</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
</context>
<context>
    <name>DrawsPanel</name>
    <message>
        <source>Nothing gives tickets of it yet: add a rule “tickets” above, or a reward</source>
        <translation>Chưa có gì phát vé của đợt này: hãy thêm luật “vé” ở trên, hoặc một phần thưởng đổi vé</translation>
    </message>
    <message>
        <source>Lucky draws</source>
        <translation>Rút thăm may mắn</translation>
    </message>
    <message>
        <source>Add a draw</source>
        <translation>Thêm đợt rút thăm</translation>
    </message>
    <message>
        <source>Customers collect tickets; who wins is drawn so that anybody can check it. Its rules stand from the first ticket on.</source>
        <translation>Khách gom vé; rút thăm theo cách ai cũng kiểm chứng được. Từ vé đầu tiên, thể lệ giữ nguyên.</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Draw {name} gives tickets to the end of {closes} for {prizes} – each customer wins at most {most_wins} of them – part of {plan} {remove}</source>
        <translation>Rút thăm {name} phát vé đến hết ngày {closes} cho các giải {prizes} – mỗi khách trúng nhiều nhất {most_wins} giải – thuộc {plan} {remove}</translation>
    </message>
    <message>
        <source>Name of the draw</source>
        <translation>Tên đợt rút thăm</translation>
    </message>
    <message>
        <source>Last day of tickets</source>
        <translation>Ngày cuối phát vé</translation>
    </message>
    <message>
        <source>Prizes</source>
        <translation>Giải thưởng</translation>
    </message>
    <message>
        <source>How often one customer wins at most</source>
        <translation>Mỗi khách trúng nhiều nhất mấy giải</translation>
    </message>
    <message>
        <source>Part of which program</source>
        <translation>Thuộc chương trình nào</translation>
    </message>
</context>
<context>
    <name>DueReminder</name>
    <message>
        <source>They stand under “Customers’ rights”, by the days the law gives.</source>
        <translation>Xem ở “Quyền của khách”, xếp theo thời hạn luật định.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests of customers are late</source>
        <translation>
            <numerusform>%n yêu cầu của khách đã trễ hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests of customers are due today</source>
        <translation>
            <numerusform>%n yêu cầu của khách đến hạn hôm nay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers who stayed away are due to be made nameless</source>
        <translation>
            <numerusform>%n khách vắng lâu đã đến hạn ẩn danh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers who stayed away will soon be made nameless</source>
        <translation>
            <numerusform>%n khách vắng lâu sắp đến hạn ẩn danh</numerusform>
        </translation>
    </message>
    <message>
        <source>Who they are and what they would lose stands under “Customers’ rights”.</source>
        <translation>Là ai và mất bao nhiêu điểm: xem ở “Quyền của khách”.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message>
        <source>Looking for customers who are here twice:</source>
        <translation>Đang tìm khách có hai lần trong sổ:</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>Có thể là cùng một người</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) may be one customer. Choose one to see both side by side.</source>
        <translation>
            <numerusform>%Ln cặp có thể là một khách. Chọn một cặp để xem hai bên cạnh nhau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Choose two customers: find the first, then the second.</source>
        <translation>Chọn hai khách: tìm khách thứ nhất, rồi khách thứ hai.</translation>
    </message>
    <message>
        <source>{name} – and who else?</source>
        <translation>{name} – và khách nào nữa?</translation>
    </message>
    <message>
        <source>That is the same customer – choose another one</source>
        <translation>Vẫn là khách đó – hãy chọn một khách khác</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <source>Customers who may be the same</source>
        <translation>Khách có thể là cùng một người</translation>
    </message>
    <message>
        <source>Nobody seems to be here twice.</source>
        <translation>Không thấy khách nào có hai lần trong sổ.</translation>
    </message>
    <message>
        <source>Merge any two</source>
        <translation>Gộp hai khách bất kỳ</translation>
    </message>
    <message>
        <source>Find a customer to merge</source>
        <translation>Tìm khách để gộp</translation>
    </message>
    <message>
        <source>Name without marks, or last digits of the phone</source>
        <translation>Tên không dấu, hoặc các số cuối điện thoại</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Khách tìm thấy</translation>
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
        <translation>Khách mới tham gia được tặng {welcome}</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Thêm luật</translation>
    </message>
    <message>
        <source>+ Add a rule…</source>
        <translation>+ Thêm luật…</translation>
    </message>
    <message>
        <source>Points are rounded {rounding}</source>
        <translation>Điểm làm tròn {rounding}</translation>
    </message>
</context>
<context>
    <name>EndingPanel</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Points that end</source>
        <translation>Điểm sắp hết hạn</translation>
    </message>
    <message>
        <source>First last day</source>
        <translation>Hạn sớm nhất</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nhắn tin</translation>
    </message>
    <message>
        <source>{members} customers, {points} points. {told} of them agreed to messages.</source>
        <translation>{members} khách, {points} điểm. {told} khách đồng ý nhận tin nhắn.</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>đồng ý</translation>
    </message>
    <message>
        <source>not agreed</source>
        <translation>chưa đồng ý</translation>
    </message>
    <message>
        <source>Write those who agreed to a file</source>
        <translation>Xuất những khách đồng ý nhận tin ra tệp</translation>
    </message>
    <message>
        <source>points that end</source>
        <translation>diem-sap-het-han</translation>
    </message>
    <message>
        <source>Write those who agreed to a file…</source>
        <translation>Xuất khách đồng ý nhận tin ra tệp…</translation>
    </message>
    <message>
        <source>Within how many days</source>
        <translation>Trong bao nhiêu ngày</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} ngày</translation>
    </message>
    <message>
        <source>Points that end within {days}</source>
        <translation>Điểm hết hạn trong vòng {days} tới</translation>
    </message>
    <message>
        <source>Members whose points end</source>
        <translation>Khách có điểm sắp hết hạn</translation>
    </message>
    <message>
        <source>Nobody&apos;s points end in this time.</source>
        <translation>Không khách nào có điểm hết hạn trong thời gian này.</translation>
    </message>
</context>
<context>
    <name>ErasingDesk</name>
    <message>
        <source>Erasing …</source>
        <translation>Đang xoá …</translation>
    </message>
    <message>
        <source>The books stay, without a name.</source>
        <translation>Sổ sách ở lại, không còn tên.</translation>
    </message>
    <message>
        <source>Papers with the name that were deleted: {count}</source>
        <translation>Giấy tờ mang tên đã xoá: {count}</translation>
    </message>
    <message>
        <source>Look yourself for papers and lists that were saved elsewhere.</source>
        <translation>Hãy tự tìm giấy tờ và danh sách đã lưu ở nơi khác.</translation>
    </message>
    <message>
        <source>The confirmation for the customer is in {path}.</source>
        <translation>Giấy xác nhận cho khách nằm ở {path}.</translation>
    </message>
    <message>
        <source>The confirmation for the customer could not be written: look at the disk.</source>
        <translation>Không ghi được giấy xác nhận cho khách: hãy kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Đã xoá</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>Writing what the shop knows of this customer …</source>
        <translation>Đang ghi những gì quán biết về khách …</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Không có tệp nào được ghi.</translation>
    </message>
    <message>
        <source>Ready to hand over</source>
        <translation>Sẵn sàng trao cho khách</translation>
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
    <message numerus="yes">
        <source>After %n such bill(s) {worth} off, about {share} of the sale</source>
        <translation>
            <numerusform>Sau %n hoá đơn như vậy được giảm {worth}, khoảng {share} tiền bán</numerusform>
        </translation>
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
    <message>
        <source>Not counted here, what is only for: {conditions}</source>
        <translation>Chưa tính phần chỉ áp dụng: {conditions}</translation>
    </message>
</context>
<context>
    <name>ExpiryField</name>
    <message>
        <source>How long points live</source>
        <translation>Điểm có hạn bao lâu</translation>
    </message>
    <message>
        <source>How many days, months or years</source>
        <translation>Bao nhiêu ngày, tháng hay năm</translation>
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
        <source>at the end of their month</source>
        <translation>vào cuối tháng được cộng</translation>
    </message>
    <message>
        <source>at the end of their year</source>
        <translation>vào cuối năm được cộng</translation>
    </message>
    <message>
        <source>when the customer buys nothing</source>
        <translation>khi khách không mua gì</translation>
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
        <source>Points end {kind} plus {count} months</source>
        <translation>Điểm hết hạn {kind}, thêm {count} tháng</translation>
    </message>
    <message>
        <source>Points end {kind} plus {count} years</source>
        <translation>Điểm hết hạn {kind}, thêm {count} năm</translation>
    </message>
    <message>
        <source>Points end {kind} for {count} months</source>
        <translation>Điểm hết hạn {kind} trong {count} tháng</translation>
    </message>
    <message>
        <source>Points end after {count} {kind}</source>
        <translation>Điểm hết hạn sau {count} {kind}</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Where to put the shop&apos;s data</source>
        <translation>Để dữ liệu quán ở đâu</translation>
    </message>
    <message>
        <source>Exporting everything:</source>
        <translation>Đang xuất toàn bộ:</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Chưa xuất gì cả.</translation>
    </message>
    <message>
        <source>{count} records with their tables are in {path}</source>
        <translation>{count} bản ghi cùng các bảng nằm ở {path}</translation>
    </message>
    <message>
        <source>Everything is exported</source>
        <translation>Đã xuất toàn bộ</translation>
    </message>
    <message>
        <source>All of the shop&apos;s data</source>
        <translation>Toàn bộ dữ liệu của quán</translation>
    </message>
    <message>
        <source>Members, cards, points, bills and everything else, as files for Excel and other programs. They hold names and phone numbers that anybody can read: keep them as safe as money.</source>
        <translation>Thành viên, thẻ, điểm, hoá đơn và mọi thứ khác, thành tệp cho Excel và phần mềm khác. Trong đó có tên và số điện thoại ai mở cũng đọc được: hãy giữ cẩn thận như giữ tiền.</translation>
    </message>
    <message>
        <source>Export all data</source>
        <translation>Xuất toàn bộ dữ liệu</translation>
    </message>
</context>
<context>
    <name>ExportReason</name>
    <message>
        <source>Why is this written into a file?</source>
        <translation>Xuất ra tệp để làm gì?</translation>
    </message>
    <message>
        <source>The file holds names and phone numbers of customers. Who wrote it, when and why is kept in the journal and stands in the file.</source>
        <translation>Tệp có tên và số điện thoại của khách. Ai xuất, lúc nào và để làm gì được lưu trong nhật ký và ghi ngay trong tệp.</translation>
    </message>
    <message>
        <source>To tell customers who agreed</source>
        <translation>Để báo cho khách đã đồng ý</translation>
    </message>
    <message>
        <source>For the bookkeeping</source>
        <translation>Để làm sổ sách</translation>
    </message>
    <message>
        <source>To keep a copy</source>
        <translation>Để giữ một bản sao</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Say in a few words what it is for.</source>
        <translation>Hãy ghi vài chữ: xuất ra để làm gì.</translation>
    </message>
    <message>
        <source>Written {time}. Reason: {reason}</source>
        <translation>Xuất lúc {time}. Lý do: {reason}</translation>
    </message>
    <message>
        <source>Written by {who}, {time}. Reason: {reason}</source>
        <translation>{who} xuất lúc {time}. Lý do: {reason}</translation>
    </message>
</context>
<context>
    <name>ExportsPanel</name>
    <message>
        <source>Lists and papers with customers’ particulars</source>
        <translation>Danh sách và giấy tờ có thông tin của khách</translation>
    </message>
    <message>
        <source>Nothing was written into a file or printed yet</source>
        <translation>Chưa có gì được xuất ra tệp hoặc in</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc nào</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Số khách</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
</context>
<context>
    <name>Extra</name>
    <message>
        <source>Type at least one name</source>
        <translation>Hãy nhập ít nhất một tên</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>Ask for more</source>
        <translation>Thêm điều kiện khác</translation>
    </message>
    <message>
        <source>+ More…</source>
        <translation>+ Thêm…</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>và %Ln hoá đơn nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at by {who}, {time}</source>
        <translation>{who} đã xem, {time}</translation>
    </message>
    <message>
        <source>Looked at, {time}</source>
        <translation>Đã xem, {time}</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Đã xem</translation>
    </message>
    <message>
        <source>Show the member</source>
        <translation>Xem khách</translation>
    </message>
    <message>
        <source>Show in the journal</source>
        <translation>Xem trong nhật ký</translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message numerus="yes">
        <source>%Ln thing(s) to look at. None of them need be wrong.</source>
        <translation>
            <numerusform>%Ln điều cần xem lại. Chưa chắc điều nào là sai.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything has been looked at.</source>
        <translation>Đã xem hết.</translation>
    </message>
    <message>
        <source>Nothing to look at: no card with unusually many bills, nothing redeemed and taken back, nothing given by hand too often.</source>
        <translation>Không có gì cần xem lại: không thẻ nào có quá nhiều hoá đơn, không có điểm đổi xong rồi huỷ hoá đơn, không ai tặng tay quá nhiều.</translation>
    </message>
    <message>
        <source>To look at once more</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Những ngày nào</translation>
    </message>
    <message>
        <source>the last {days} days</source>
        <translation>{days} ngày gần đây</translation>
    </message>
    <message>
        <source>What stands out in {days}</source>
        <translation>Điều khác thường trong {days}</translation>
    </message>
    <message>
        <source>There are more; look at these first.</source>
        <translation>Còn nữa; hãy xem những điều này trước.</translation>
    </message>
    <message>
        <source>What stands out…</source>
        <translation>Thế nào là khác thường…</translation>
    </message>
</context>
<context>
    <name>FriendsBox</name>
    <message>
        <source>Adding up…</source>
        <translation>Đang cộng…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new member(s); {friends} of them were sent by a friend ({part}).</source>
        <translation>
            <numerusform>%Ln thành viên mới, trong đó {friends} người do bạn bè giới thiệu ({part}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Members who once came by a friend bought for {sales}: {part} of what members bought.</source>
        <translation>Khách được bạn bè giới thiệu đã mua {sales}, bằng {part} doanh thu từ thành viên.</translation>
    </message>
    <message>
        <source>Who brought friends</source>
        <translation>Người giới thiệu</translation>
    </message>
    <message>
        <source>New friends</source>
        <translation>Bạn mới</translation>
    </message>
    <message>
        <source>Their friends bought</source>
        <translation>Bạn bè đã mua</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Brought by friends</source>
        <translation>Khách do bạn bè giới thiệu</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Những ngày nào</translation>
    </message>
    <message>
        <source>the last {days} days</source>
        <translation>{days} ngày qua</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>từ trước đến nay</translation>
    </message>
    <message>
        <source>In {days}</source>
        <translation>Trong {days}</translation>
    </message>
</context>
<context>
    <name>FriendsDesk</name>
    <message>
        <source>Copied – paste it into the chat</source>
        <translation>Đã chép – dán vào khung trò chuyện</translation>
    </message>
    <message>
        <source>Drawing the picture</source>
        <translation>Đang vẽ ảnh</translation>
    </message>
    <message>
        <source>invitation</source>
        <translation>lời mời</translation>
    </message>
    <message>
        <source>Picture ready – paste it into Zalo or Facebook</source>
        <translation>Ảnh đã xong – dán vào Zalo hoặc Facebook</translation>
    </message>
    <message>
        <source>Eight cards on a sheet, ready to print</source>
        <translation>Tám phiếu trên một tờ, sẵn sàng để in</translation>
    </message>
    <message>
        <source>Cards for friends</source>
        <translation>Thẻ giới thiệu bạn</translation>
    </message>
</context>
<context>
    <name>GiftsPanel</name>
    <message>
        <source>Gifts</source>
        <translation>Quà tặng</translation>
    </message>
    <message>
        <source>Add a gift</source>
        <translation>Thêm quà tặng</translation>
    </message>
    <message>
        <source>No gift – add one for birthdays, for joining, or for who has not been here for long</source>
        <translation>Chưa có quà tặng – hãy thêm quà sinh nhật, quà chào mừng, hoặc quà cho khách lâu rồi chưa ghé</translation>
    </message>
    <message>
        <source>{sentence} – called {name}</source>
        <translation>{sentence} – gọi là {name}</translation>
    </message>
    <message>
        <source>{sentence} in {plan}</source>
        <translation>{sentence} trong {plan}</translation>
    </message>
    <message>
        <source>How many in a row</source>
        <translation>Bao nhiêu lần liền</translation>
    </message>
    <message>
        <source>Days, weeks or months</source>
        <translation>Ngày, tuần hay tháng</translation>
    </message>
    <message>
        <source>What the gift is for</source>
        <translation>Tặng nhân dịp gì</translation>
    </message>
    <message>
        <source>Days before the birthday</source>
        <translation>Số ngày trước sinh nhật</translation>
    </message>
    <message>
        <source>Days before the holiday</source>
        <translation>Số ngày trước dịp lễ</translation>
    </message>
    <message>
        <source>Days after the birthday for who joins late</source>
        <translation>Số ngày sau sinh nhật cho khách tham gia muộn</translation>
    </message>
    <message>
        <source>How much must be reached</source>
        <translation>Phải đạt bao nhiêu</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Tính theo</translation>
    </message>
    <message>
        <source>Days of absence</source>
        <translation>Số ngày vắng</translation>
    </message>
    <message>
        <source>Days after the holiday</source>
        <translation>Số ngày sau dịp lễ</translation>
    </message>
    <message>
        <source>What the gift is called</source>
        <translation>Tên quà tặng</translation>
    </message>
    <message>
        <source>In which program</source>
        <translation>Thuộc chương trình nào</translation>
    </message>
    <message>
        <source>Who joins</source>
        <translation>Khách mới tham gia</translation>
    </message>
    <message>
        <source>Who has a birthday</source>
        <translation>Khách có sinh nhật</translation>
    </message>
    <message>
        <source>Who joined on this day of a year</source>
        <translation>Khách tròn năm làm thành viên</translation>
    </message>
    <message>
        <source>Who comes to</source>
        <translation>Khách đạt</translation>
    </message>
    <message>
        <source>Who was not here for</source>
        <translation>Khách vắng</translation>
    </message>
    <message>
        <source>Who comes without a gap for</source>
        <translation>Khách ghé đều</translation>
    </message>
    <message>
        <source>Who comes at</source>
        <translation>Khách ghé dịp</translation>
    </message>
    <message>
        <source>{kind} gets {gives}</source>
        <translation>{kind} được tặng {gives}</translation>
    </message>
    <message>
        <source>{kind} gets {gives} from {before_days} days before on, also who joins up to {late_days} days after it</source>
        <translation>{kind} được tặng {gives} từ {before_days} ngày trước sinh nhật, kể cả khách tham gia muộn tới {late_days} ngày</translation>
    </message>
    <message>
        <source>{kind} {at} {reached_by} gets {gives}</source>
        <translation>{kind} {at} {reached_by} được tặng {gives}</translation>
    </message>
    <message>
        <source>{kind} {after_days} days gets {gives}</source>
        <translation>{kind} {after_days} ngày được tặng {gives}</translation>
    </message>
    <message>
        <source>{kind} {in_a_row} {every} gets {gives}</source>
        <translation>{kind} {in_a_row} {every} được tặng {gives}</translation>
    </message>
    <message>
        <source>{kind} {holiday} gets {gives}, from {before_days} days before to {after_days} days after</source>
        <translation>{kind} {holiday} được tặng {gives}, từ {before_days} ngày trước đến {after_days} ngày sau</translation>
    </message>
    <message>
        <source>spent since joining</source>
        <translation>chi tiêu từ khi tham gia</translation>
    </message>
    <message>
        <source>earned since joining</source>
        <translation>tích được từ khi tham gia</translation>
    </message>
    <message>
        <source>made since joining</source>
        <translation>mua hàng từ khi tham gia</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>lần</translation>
    </message>
    <message>
        <source>days in a row</source>
        <translation>ngày liền</translation>
    </message>
    <message>
        <source>weeks in a row</source>
        <translation>tuần liền</translation>
    </message>
    <message>
        <source>months in a row</source>
        <translation>tháng liền</translation>
    </message>
    <message>
        <source>Who answers a survey</source>
        <translation>Khách trả lời khảo sát</translation>
    </message>
    <message>
        <source>{kind} gets {gives} at the counter, once</source>
        <translation>{kind} được tặng {gives} tại quầy, một lần</translation>
    </message>
    <message>
        <source>{kind} {holiday} gets {gives}, from {before_days} days before</source>
        <translation>{kind} {holiday} được tặng {gives}, từ {before_days} ngày trước đó</translation>
    </message>
    <message>
        <source>{kind} {holiday} gets {gives}, up to {after_days} days after</source>
        <translation>{kind} {holiday} được tặng {gives}, đến {after_days} ngày sau đó</translation>
    </message>
    <message>
        <source>{kind} {holiday} gets {gives}</source>
        <translation>{kind} {holiday} được tặng {gives}</translation>
    </message>
</context>
<context>
    <name>GivesFields</name>
    <message>
        <source>and {stamps} on {card}</source>
        <translation>và {stamps} vào {card}</translation>
    </message>
    <message>
        <source>and {tickets} for {draw}</source>
        <translation>và {tickets} cho {draw}</translation>
    </message>
    <message>
        <source>and {voucher}</source>
        <translation>và {voucher}</translation>
    </message>
    <message>
        <source>stamps</source>
        <translation>tem</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>vé</translation>
    </message>
    <message>
        <source>a voucher</source>
        <translation>phiếu ưu đãi</translation>
    </message>
    <message>
        <source>+ and also…</source>
        <translation>+ và thêm…</translation>
    </message>
    <message>
        <source>Points given</source>
        <translation>Số điểm tặng</translation>
    </message>
    <message>
        <source>Stamps given</source>
        <translation>Số tem tặng</translation>
    </message>
    <message>
        <source>On which card</source>
        <translation>Vào thẻ nào</translation>
    </message>
    <message>
        <source>Tickets given</source>
        <translation>Số vé tặng</translation>
    </message>
    <message>
        <source>For which draw</source>
        <translation>Cho đợt rút thăm nào</translation>
    </message>
    <message>
        <source>Voucher given</source>
        <translation>Phiếu tặng</translation>
    </message>
    <message>
        <source>What else is given</source>
        <translation>Tặng thêm gì</translation>
    </message>
    <message>
        <source>no voucher</source>
        <translation>không kèm phiếu</translation>
    </message>
</context>
<context>
    <name>GoalsBox</name>
    <message>
        <source>Goals of the month</source>
        <translation>Mục tiêu của tháng</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>Đang cộng…</translation>
    </message>
    <message>
        <source>Goals of {month}</source>
        <translation>Mục tiêu tháng {month}</translation>
    </message>
    <message>
        <source>Day {begun} of {days}. Returned and undone bills are left out.</source>
        <translation>Ngày thứ {begun} trong {days} ngày. Không tính hàng trả lại và hoá đơn đã hoàn tác.</translation>
    </message>
    <message>
        <source>The month is over. Returned and undone bills are left out.</source>
        <translation>Tháng này đã hết. Không tính hàng trả lại và hoá đơn đã hoàn tác.</translation>
    </message>
    <message>
        <source>The goals are kept</source>
        <translation>Đã lưu mục tiêu</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Set goals…</source>
        <translation>Đặt mục tiêu…</translation>
    </message>
</context>
<context>
    <name>GoalsForm</name>
    <message>
        <source>no goal</source>
        <translation>chưa đặt</translation>
    </message>
    <message>
        <source>They hold for {month} and the months after it, until you set others.</source>
        <translation>Áp dụng từ tháng {month} trở đi, cho đến khi đặt lại.</translation>
    </message>
    <message>
        <source>Keep the goals</source>
        <translation>Lưu mục tiêu</translation>
    </message>
</context>
<context>
    <name>HiddenExtra</name>
    <message>
        <source>not offered for points: only a full stamp card brings it</source>
        <translation>không đổi bằng điểm: chỉ tặng khi đầy thẻ tem</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Gift: {occasion}</source>
        <translation>Tặng: {occasion}</translation>
    </message>
    <message>
        <source>Gift taken back: {occasion}</source>
        <translation>Thu lại quà tặng: {occasion}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Điểm chào mừng</translation>
    </message>
    <message>
        <source>Bought for {amount}{bill}</source>
        <translation>Mua {amount}{bill}</translation>
    </message>
    <message>
        <source>Redeemed in a bill of {amount}{bill}</source>
        <translation>Đổi thưởng trong hoá đơn {amount}{bill}</translation>
    </message>
    <message>
        <source>Returned or undone: what it earned taken back</source>
        <translation>Trả hàng hoặc hoàn tác: thu lại điểm đã cộng</translation>
    </message>
    <message>
        <source>Returned or undone: what was redeemed given back</source>
        <translation>Trả hàng hoặc hoàn tác: hoàn lại điểm đã đổi</translation>
    </message>
    <message>
        <source>Corrected by the shop</source>
        <translation>Quán điều chỉnh</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Chuyển điểm</translation>
    </message>
    <message>
        <source>Brought from the old customer list</source>
        <translation>Điểm mang từ danh sách cũ</translation>
    </message>
    <message>
        <source>Written off by the shop</source>
        <translation>Quán xoá điểm</translation>
    </message>
    <message>
        <source>returned or undone</source>
        <translation>đã trả hàng hoặc hoàn tác</translation>
    </message>
    <message>
        <source>{amount} returned</source>
        <translation>đã trả hàng {amount}</translation>
    </message>
    <message>
        <source>, receipt {number}</source>
        <translation>, hoá đơn {number}</translation>
    </message>
    <message>
        <source>Bill of {amount}{bill} returned or undone: what it earned taken back</source>
        <translation>Hoá đơn {amount}{bill} bị trả hoặc hoàn tác: thu lại điểm đã cộng</translation>
    </message>
    <message>
        <source>Bill of {amount}{bill} returned or undone: what was redeemed given back</source>
        <translation>Hoá đơn {amount}{bill} bị trả hoặc hoàn tác: trả lại điểm đã đổi</translation>
    </message>
    <message>
        <source>Return undone, bill of {amount}{bill}: what was redeemed taken off again</source>
        <translation>Hoàn tác trả hàng, hoá đơn {amount}{bill}: trừ lại điểm đã đổi</translation>
    </message>
    <message>
        <source>Return undone, bill of {amount}{bill}: what it earned added again</source>
        <translation>Hoàn tác trả hàng, hoá đơn {amount}{bill}: cộng lại điểm đã thu</translation>
    </message>
    <message>
        <source>Paid {paid} of the bill of {amount}{bill}</source>
        <translation>Trả thêm {paid} của hoá đơn {amount}{bill}</translation>
    </message>
    <message>
        <source>{amount} still to be paid</source>
        <translation>còn nợ {amount}</translation>
    </message>
    <message>
        <source>Payment of {paid} undone, bill of {amount}{bill}: what it earned taken back</source>
        <translation>Hoàn tác lần trả {paid} của hoá đơn {amount}{bill}: lấy lại điểm đã cộng</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Published revisions</source>
        <translation>Các bản đã công bố</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Khác nhau ở đâu</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>bản {number}</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>bản nháp</translation>
    </message>
    <message>
        <source>The older one</source>
        <translation>Bản cũ hơn</translation>
    </message>
    <message>
        <source>The newer one</source>
        <translation>Bản mới hơn</translation>
    </message>
    <message>
        <source>From {older} to {newer}</source>
        <translation>Từ {older} đến {newer}</translation>
    </message>
    <message>
        <source>Nothing: they say the same</source>
        <translation>Không có gì khác nhau</translation>
    </message>
    <message>
        <source>Revision {old} is published again as revision {new}, {from_day}. A draft stays.</source>
        <translation>Công bố lại bản {old} thành bản {new}, áp dụng {from_day}. Bản nháp vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Publish revision {old} again</source>
        <translation>Công bố lại bản {old}</translation>
    </message>
    <message>
        <source>Revision {number}, announced from {day} on, then never runs.</source>
        <translation>Bản {number}, đã hẹn áp dụng từ {day}, khi đó sẽ không được áp dụng nữa.</translation>
    </message>
</context>
<context>
    <name>HolidayFields</name>
    <message>
        <source>Tết</source>
        <translation>Tết Nguyên đán</translation>
    </message>
    <message>
        <source>Valentine&apos;s Day 14/2</source>
        <translation>Valentine 14/2</translation>
    </message>
    <message>
        <source>Women&apos;s Day 8/3</source>
        <translation>Quốc tế Phụ nữ 8/3</translation>
    </message>
    <message>
        <source>Children&apos;s Day 1/6</source>
        <translation>Quốc tế Thiếu nhi 1/6</translation>
    </message>
    <message>
        <source>National Day 2/9</source>
        <translation>Quốc khánh 2/9</translation>
    </message>
    <message>
        <source>Mid-Autumn (15/8 lunar)</source>
        <translation>Trung thu (15/8 âm lịch)</translation>
    </message>
    <message>
        <source>Vietnamese Women&apos;s Day 20/10</source>
        <translation>Phụ nữ Việt Nam 20/10</translation>
    </message>
    <message>
        <source>Teachers&apos; Day 20/11</source>
        <translation>Nhà giáo Việt Nam 20/11</translation>
    </message>
    <message>
        <source>Christmas Eve 24/12</source>
        <translation>Giáng sinh 24/12</translation>
    </message>
    <message>
        <source>another day:</source>
        <translation>ngày khác:</translation>
    </message>
    <message>
        <source>of the calendar</source>
        <translation>dương lịch</translation>
    </message>
    <message>
        <source>of the lunar calendar</source>
        <translation>âm lịch</translation>
    </message>
    <message>
        <source>Which holiday</source>
        <translation>Dịp nào</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Which calendar</source>
        <translation>Lịch nào</translation>
    </message>
</context>
<context>
    <name>HotlineExtra</name>
    <message>
        <source>Hotline</source>
        <translation>Đường dây nóng</translation>
    </message>
    <message>
        <source>hotline on the card {hotline}</source>
        <translation>đường dây nóng in trên thẻ {hotline}</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Reading {file}</source>
        <translation>Đang đọc {file}</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>{file} · rows: {rows}</source>
        <translation>{file} · {rows} dòng</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>trang tính {name}</translation>
    </message>
    <message>
        <source>Looking at every row:</source>
        <translation>Đang xem từng dòng:</translation>
    </message>
    <message>
        <source>Undoing the list:</source>
        <translation>Đang hoàn tác danh sách:</translation>
    </message>
    <message>
        <source>The list is undone</source>
        <translation>Đã hoàn tác danh sách</translation>
    </message>
    <message>
        <source>Part of the list is still there – undo it again to go on.</source>
        <translation>Một phần danh sách vẫn còn – bấm hoàn tác lần nữa để làm tiếp.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Save the rows that stayed out</source>
        <translation>Lưu các dòng không nhập</translation>
    </message>
    <message>
        <source>rows that stayed out</source>
        <translation>dòng không nhập</translation>
    </message>
    <message>
        <source>Writing the rows that stayed out</source>
        <translation>Đang ghi các dòng không nhập</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Kết quả</translation>
    </message>
</context>
<context>
    <name>InvitationPanel</name>
    <message>
        <source>What members send to friends</source>
        <translation>Lời mời thành viên gửi bạn bè</translation>
    </message>
    <message>
        <source>Words in braces are filled for each member; a line with nothing to fill in is left out.</source>
        <translation>Chữ trong ngoặc nhọn được điền cho từng thành viên; dòng nào không có gì để điền thì bỏ qua.</translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation>Lưu lời mời</translation>
    </message>
    <message>
        <source>Usual words</source>
        <translation>Lời mời mẫu</translation>
    </message>
    <message>
        <source>Too long: at most {count} letters</source>
        <translation>Dài quá: tối đa {count} ký tự</translation>
    </message>
    <message>
        <source>Invitation in Vietnamese</source>
        <translation>Lời mời bằng tiếng Việt</translation>
    </message>
    <message>
        <source>Invitation in English</source>
        <translation>Lời mời bằng tiếng Anh</translation>
    </message>
    <message>
        <source>Nobody knows one of the words in braces – the usual words show which there are</source>
        <translation>Có chữ trong ngoặc nhọn không điền được – xem lời mời mẫu để biết có những chữ nào</translation>
    </message>
</context>
<context>
    <name>ItemDesk</name>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>Write the items to a file</source>
        <translation>Xuất danh mục món ra tệp</translation>
    </message>
    <message>
        <source>items</source>
        <translation>mon-ban</translation>
    </message>
    <message>
        <source>Writing the items</source>
        <translation>Đang xuất danh mục</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>New item</source>
        <translation>Thêm món</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>Ngừng bán</translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>Bán lại</translation>
    </message>
    <message>
        <source>Sell no longer</source>
        <translation>Ngừng bán món này</translation>
    </message>
    <message>
        <source>Rules name it {id}, whatever its name becomes.</source>
        <translation>Trong luật, món này mang mã {id}, dù sau này đổi tên.</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Tất cả món</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Món gì</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Giá</translation>
    </message>
    <message>
        <source>Short code or barcode, if it has one</source>
        <translation>Mã ngắn hoặc mã vạch, nếu có</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Nhãn, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>Cost for the shop – empty where unknown</source>
        <translation>Giá vốn – để trống nếu chưa rõ</translation>
    </message>
    <message>
        <source>Premium: rules may favour it</source>
        <translation>Món cao cấp – có thể đặt luật ưu đãi riêng</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>ItemLists</name>
    <message>
        <source>Still as in the list</source>
        <translation>Còn như trong danh sách</translation>
    </message>
    <message numerus="yes">
        <source>The list of {time}: %Ln item(s) go or become what they were before. What was changed since stays.</source>
        <translation>
            <numerusform>Danh sách lúc {time}: %Ln món bị bỏ hoặc trở lại như trước. Món đã sửa sau đó thì giữ nguyên.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemReview</name>
    <message>
        <source>New: {count}</source>
        <translation>Mới: {count}</translation>
    </message>
    <message>
        <source>Change: {count}</source>
        <translation>Thay đổi: {count}</translation>
    </message>
    <message>
        <source>There already: {count}</source>
        <translation>Đã có: {count}</translation>
    </message>
    <message>
        <source>Stay out: {count}</source>
        <translation>Không nhập: {count}</translation>
    </message>
    <message>
        <source>Nothing comes in – check the columns above</source>
        <translation>Không có món nào để nhập – xem lại các cột ở trên</translation>
    </message>
    <message numerus="yes">
        <source>Take in %Ln item(s)</source>
        <translation>
            <numerusform>Nhập %Ln món</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemShelf</name>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>Ngừng bán</translation>
    </message>
    <message>
        <source>No items yet. Rules such as “twice the points on bakery” and gifts by item need them; points by the bill’s total do not. Add the first one, or take in an Excel or CSV file.</source>
        <translation>Chưa có món nào. Luật như “nhân đôi điểm cho bánh” và quà theo món cần danh mục này; tích điểm theo tổng hoá đơn thì không cần. Hãy thêm món đầu tiên, hoặc nhập từ tệp Excel hay CSV.</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}” – press Enter to add it</source>
        <translation>Không có món nào tên “{typed}” – nhấn Enter để thêm</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>Tìm món</translation>
    </message>
    <message>
        <source>Name without marks, code, category or tag</source>
        <translation>Tên (không cần dấu), mã, nhóm hoặc nhãn</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Thêm món</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Nhập từ tệp</translation>
    </message>
    <message>
        <source>Write a file</source>
        <translation>Xuất ra tệp</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>Các món tìm thấy</translation>
    </message>
    <message>
        <source>The first {count} are shown – type to find others.</source>
        <translation>Đang hiện {count} món đầu – gõ để tìm món khác.</translation>
    </message>
</context>
<context>
    <name>ItemSort</name>
    <message>
        <source>Taking items in:</source>
        <translation>Đang nhập món:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) came in or changed</source>
        <translation>
            <numerusform>Đã nhập hoặc sửa %Ln món</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists of items (*.xlsx *.xls *.csv *.tsv *.txt)</source>
        <translation>Danh sách món (*.xlsx *.xls *.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>Item name</source>
        <translation>Tên món</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>Mã món</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Giá bán</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Giá vốn</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Cao cấp</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Đang bán</translation>
    </message>
    <message>
        <source>Item ID</source>
        <translation>Mã nội bộ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Type the item’s name</source>
        <translation>Hãy gõ tên món</translation>
    </message>
    <message>
        <source>Type the price – 0 where it costs nothing</source>
        <translation>Hãy gõ giá bán – 0 nếu không tính tiền</translation>
    </message>
    <message>
        <source>Too long: at most {count} letters</source>
        <translation>Dài quá: nhiều nhất {count} chữ</translation>
    </message>
    <message>
        <source>Too many tags: at most {count}</source>
        <translation>Nhiều nhãn quá: nhiều nhất {count}</translation>
    </message>
    <message>
        <source>There is a sign in it that cannot stand here</source>
        <translation>Có ký hiệu không dùng được ở đây</translation>
    </message>
    <message>
        <source>Digits only, please, for example 29000</source>
        <translation>Chỉ gõ chữ số, ví dụ 29000</translation>
    </message>
    <message>
        <source>No price is below 0</source>
        <translation>Giá không thể dưới 0</translation>
    </message>
    <message>
        <source>Too large: at most {amount}</source>
        <translation>Lớn quá: nhiều nhất {amount}</translation>
    </message>
    <message>
        <source>Neither yes nor no</source>
        <translation>Không rõ là có hay không</translation>
    </message>
    <message>
        <source>This can be read in two ways – type the digits alone</source>
        <translation>Số này đọc được hai cách – hãy gõ riêng chữ số</translation>
    </message>
    <message>
        <source>This looks like a member card or a voucher of ours</source>
        <translation>Mã này giống thẻ thành viên hoặc phiếu của quán</translation>
    </message>
    <message>
        <source>The item “{item}” has it already</source>
        <translation>Món “{item}” đã dùng rồi</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Changes: {fields}</source>
        <translation>Thay đổi: {fields}</translation>
    </message>
    <message>
        <source>The same item as row {row} – stays out</source>
        <translation>Trùng món với dòng {row} – không nhập</translation>
    </message>
    <message>
        <source>Stays out – {why}</source>
        <translation>Không nhập – {why}</translation>
    </message>
    <message>
        <source>There already – nothing changes</source>
        <translation>Đã có – không đổi gì</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>All items</source>
        <translation>Tất cả món</translation>
    </message>
    <message>
        <source>On sale: {count}</source>
        <translation>Đang bán: {count}</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Journal {first} – {last}</source>
        <translation>Nhật ký {first} – {last}</translation>
    </message>
    <message>
        <source>Nothing was recorded that fits.</source>
        <translation>Không có bản ghi nào phù hợp.</translation>
    </message>
    <message>
        <source>Only the newest {count} records stand here.</source>
        <translation>Chỉ in {count} bản ghi mới nhất.</translation>
    </message>
</context>
<context>
    <name>JournalBox</name>
    <message>
        <source>Day, month and year, please, the first day before the last</source>
        <translation>Xin nhập ngày, tháng, năm; ngày đầu trước ngày cuối</translation>
    </message>
    <message>
        <source>No member has this name or number</source>
        <translation>Không có khách nào có tên hoặc số này</translation>
    </message>
    <message>
        <source>Looking further back…</source>
        <translation>Đang tìm xa hơn…</translation>
    </message>
    <message>
        <source>Records {last} to {first}, the newest first. Enter opens the member.</source>
        <translation>Bản ghi {last} đến {first}, mới nhất ở trên. Enter để mở khách.</translation>
    </message>
    <message>
        <source>Nothing was recorded that fits. Choose other days, or leave out a condition.</source>
        <translation>Không có bản ghi nào phù hợp. Hãy chọn ngày khác hoặc bớt điều kiện.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Bản ghi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>{who}, agreed by {other}</source>
        <translation>{who}, {other} duyệt</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>không ghi tên</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>mọi người</translation>
    </message>
    <message>
        <source>Write the journal to a file</source>
        <translation>Ghi nhật ký ra tệp</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>nhật ký</translation>
    </message>
    <message>
        <source>Writing the journal</source>
        <translation>Đang ghi nhật ký</translation>
    </message>
    <message>
        <source>Checking every record – the counter goes on</source>
        <translation>Đang kiểm từng bản ghi – quầy vẫn bán</translation>
    </message>
    <message>
        <source>Last link: {number} · {seal}</source>
        <translation>Mắt xích cuối: {number} · {seal}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are not as they were written:</source>
        <translation>
            <numerusform>%Ln bản ghi không còn như lúc ghi:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln record(s) are as they were written.</source>
        <translation>
            <numerusform>Cả %Ln bản ghi đều đúng như lúc ghi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Journal: who did what</source>
        <translation>Nhật ký: ai đã làm gì</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Nhật ký</translation>
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
        <source>What it is about</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>any member</source>
        <translation>khách bất kỳ</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>mọi việc</translation>
    </message>
    <message>
        <source>From {first} to {last}, by {who}, about {group}, of {member}</source>
        <translation>Từ {first} đến {last}, do {who}, về {group}, của {member}</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Mới hơn</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Cũ hơn</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Ghi ra tệp…</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>Kiểm chuỗi bản ghi</translation>
    </message>
</context>
<context>
    <name>KeepPointsExtra</name>
    <message>
        <source>Points that must stay</source>
        <translation>Số điểm phải còn lại</translation>
    </message>
    <message>
        <source>{keep_points} must stay afterwards</source>
        <translation>sau khi đổi phải còn {keep_points}</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>rule {number}</source>
        <translation>luật {number}</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>points held</source>
        <translation>số điểm</translation>
    </message>
    <message>
        <source>next reward</source>
        <translation>quà kế tiếp</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>số thẻ</translation>
    </message>
    <message>
        <source>member name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>tier name</source>
        <translation>hạng</translation>
    </message>
    <message>
        <source>shop name</source>
        <translation>tên quán</translation>
    </message>
    <message>
        <source>Dear {name},</source>
        <translation>Kính gửi {name},</translation>
    </message>
    <message>
        <source>{shop} thanks you for coming to us, and sends you warm wishes.</source>
        <translation>{shop} cảm ơn anh/chị đã luôn ủng hộ và gửi tới anh/chị lời chúc tốt đẹp nhất.</translation>
    </message>
    <message>
        <source>You hold {points}.</source>
        <translation>Anh/chị đang có {points}.</translation>
    </message>
    <message>
        <source>Your next reward: {next}.</source>
        <translation>Quà kế tiếp: {next}.</translation>
    </message>
    <message>
        <source>See you soon!</source>
        <translation>Hẹn gặp lại anh/chị!</translation>
    </message>
    <message>
        <source>valued customer</source>
        <translation>quý khách</translation>
    </message>
    <message>
        <source>{reward}, {points} more</source>
        <translation>{reward}, còn thiếu {points}</translation>
    </message>
    <message>
        <source>{reward}, whenever you like</source>
        <translation>{reward}, đã đủ điểm để đổi</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>bill</source>
        <translation>hoá đơn</translation>
    </message>
    <message>
        <source>day</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>week</source>
        <translation>tuần</translation>
    </message>
    <message>
        <source>month</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>year</source>
        <translation>năm</translation>
    </message>
    <message>
        <source>customer, for ever</source>
        <translation>khách, suốt đời</translation>
    </message>
    <message>
        <source>Span of the limit</source>
        <translation>Khoảng thời gian của giới hạn</translation>
    </message>
    <message>
        <source>How often at most</source>
        <translation>Tối đa mấy lần</translation>
    </message>
    <message>
        <source>How many at most</source>
        <translation>Tối đa bao nhiêu</translation>
    </message>
    <message>
        <source>at most {most} each {per}</source>
        <translation>tối đa {most} mỗi {per}</translation>
    </message>
    <message>
        <source>at most {times} each {per}</source>
        <translation>tối đa {times} mỗi {per}</translation>
    </message>
    <message>
        <source>at most {times} and {most} each {per}</source>
        <translation>tối đa {times} và {most} mỗi {per}</translation>
    </message>
    <message>
        <source>stamps</source>
        <translation>tem</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>vé</translation>
    </message>
    <message>
        <source>vouchers</source>
        <translation>phiếu</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Customers from before</source>
        <translation>Khách hàng cũ</translation>
    </message>
    <message>
        <source>An Excel or CSV file from KiotViet, Sapo, POS365, Loyverse or your own table, with phone, name and points. Nothing is written before you have seen what becomes of every row.</source>
        <translation>Tệp Excel hoặc CSV từ KiotViet, Sapo, POS365, Loyverse hay bảng tự làm, có số điện thoại, tên và điểm. Chưa ghi gì cho đến khi bạn xem xong từng dòng.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>Danh sách khác</translation>
    </message>
</context>
<context>
    <name>ListReview</name>
    <message>
        <source>Come in: {count}</source>
        <translation>{count} khách sẽ nhập</translation>
    </message>
    <message>
        <source>Members already: {count}</source>
        <translation>{count} đã là thành viên</translation>
    </message>
    <message>
        <source>Twice in the list: {count}</source>
        <translation>{count} bị trùng</translation>
    </message>
    <message>
        <source>Stay out: {count}</source>
        <translation>{count} bỏ qua</translation>
    </message>
    <message numerus="yes">
        <source>Take in %Ln customer(s)</source>
        <translation>
            <numerusform>Nhập %Ln khách</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody comes in – check the columns above</source>
        <translation>Không có khách nào để nhập – xem lại các cột ở trên</translation>
    </message>
</context>
<context>
    <name>ListSaving</name>
    <message>
        <source>Writing the list</source>
        <translation>Đang ghi danh sách</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Tệp Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>Tệp CSV (*.csv)</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Đã ghi xong</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Taken in</source>
        <translation>Nhập lúc</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số dòng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <source>Undo the whole list</source>
        <translation>Hoàn tác cả danh sách</translation>
    </message>
    <message>
        <source>Lists taken in</source>
        <translation>Danh sách đã nhập</translation>
    </message>
    <message>
        <source>Choose a list to undo it as a whole.</source>
        <translation>Chọn một danh sách để hoàn tác cả danh sách.</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>MatchField</name>
    <message>
        <source>item group</source>
        <translation>nhóm hàng</translation>
    </message>
    <message>
        <source>item code</source>
        <translation>mã món</translation>
    </message>
    <message>
        <source>item tag</source>
        <translation>nhãn món</translation>
    </message>
    <message>
        <source>premium items</source>
        <translation>món cao cấp</translation>
    </message>
    <message>
        <source>any item</source>
        <translation>món bất kỳ</translation>
    </message>
    <message>
        <source>the bill</source>
        <translation>hoá đơn</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>mọi món</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Những món nào</translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>Các tên, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>names</source>
        <translation>tên</translation>
    </message>
</context>
<context>
    <name>MemberAccesses</name>
    <message>
        <source>What the shop knows, and who looked at it</source>
        <translation>Quán biết gì, và ai đã xem</translation>
    </message>
    <message>
        <source>My data for the customer (PDF and JSON)</source>
        <translation>Dữ liệu của tôi cho khách (PDF và JSON)</translation>
    </message>
    <message>
        <source>Nobody opened this page before. Scans at the counter are not counted.</source>
        <translation>Chưa ai mở trang này. Quét thẻ ở quầy không tính.</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>The member&apos;s card, front and back</source>
        <translation>Thẻ của khách, mặt trước và mặt sau</translation>
    </message>
    <message>
        <source>This is the code of goods – scan the customer&apos;s own card</source>
        <translation>Đây là mã hàng hoá – hãy quét thẻ của khách</translation>
    </message>
    <message>
        <source>This is a voucher, no card</source>
        <translation>Đây là phiếu giảm giá, không phải thẻ</translation>
    </message>
    <message>
        <source>Only part of the code was read – scan it again</source>
        <translation>Chỉ đọc được một phần mã – hãy quét lại</translation>
    </message>
    <message>
        <source>The old card {number} is dead from then on; the points stay. Print the new one right away.</source>
        <translation>Thẻ cũ {number} sẽ không dùng được nữa; điểm vẫn còn nguyên. In thẻ mới ngay sau đó.</translation>
    </message>
    <message>
        <source>Issue a new card</source>
        <translation>Cấp thẻ mới</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Picture for the phone</source>
        <translation>Ảnh cho điện thoại</translation>
    </message>
    <message>
        <source>Link a code</source>
        <translation>Gắn thêm mã</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>Cấp thẻ mới</translation>
    </message>
    <message>
        <source>Scan the old card or the code on the phone</source>
        <translation>Quét thẻ cũ hoặc mã trên điện thoại khách</translation>
    </message>
    <message>
        <source>Picture of the card</source>
        <translation>Ảnh thẻ</translation>
    </message>
    <message>
        <source>On the receipt printer</source>
        <translation>In bằng máy in hoá đơn</translation>
    </message>
</context>
<context>
    <name>MemberCodes</name>
    <message>
        <source>Whose card it is</source>
        <translation>Thẻ này của ai</translation>
    </message>
    <message>
        <source>the member</source>
        <translation>chính khách</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Mất thẻ</translation>
    </message>
    <message>
        <source>This card is dead from then on</source>
        <translation>Thẻ này hết hiệu lực từ lúc đó</translation>
    </message>
    <message>
        <source>Card … {digits} is of {label} {lost}</source>
        <translation>Thẻ … {digits} là của {label} {lost}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>This code finds nobody from then on</source>
        <translation>Từ đó mã này không tìm ra ai nữa</translation>
    </message>
    <message>
        <source>Code … {digits} is of {label} {lost}</source>
        <translation>Mã … {digits} là của {label} {lost}</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Gắn lại</translation>
    </message>
    <message>
        <source>Code … {digits} finds nobody any more {back}</source>
        <translation>Mã … {digits} không còn tìm ra ai nữa {back}</translation>
    </message>
</context>
<context>
    <name>MemberConsents</name>
    <message>
        <source>Without the program the customer is in no list, gets no message and no birthday gift. The {points} stay and can still be spent; to have everything deleted is another wish, which the customer may say as well.</source>
        <translation>Rời chương trình thì khách không còn trong danh sách nào, không nhận tin nhắn hay quà sinh nhật. Số {points} đã có vẫn còn và vẫn dùng được; muốn xoá hết dữ liệu là một yêu cầu riêng, khách cứ nói nếu muốn.</translation>
    </message>
    <message>
        <source>The customer takes it back</source>
        <translation>Khách rút lại</translation>
    </message>
    <message>
        <source>The customer takes everything back</source>
        <translation>Khách rút lại tất cả</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>Khách đồng ý</translation>
    </message>
    <message>
        <source>Hide the history</source>
        <translation>Ẩn lịch sử</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Xem lịch sử</translation>
    </message>
    <message>
        <source>Consents and privacy</source>
        <translation>Sự đồng ý và quyền riêng tư</translation>
    </message>
    <message>
        <source>How the customer says it</source>
        <translation>Khách nói bằng cách nào</translation>
    </message>
    <message>
        <source>What the customer says now is {channel}</source>
        <translation>Khách cho biết lần này {channel}</translation>
    </message>
    <message>
        <source>Take everything back</source>
        <translation>Rút lại tất cả</translation>
    </message>
    <message>
        <source>Restricted: only for this account, in no list and no message</source>
        <translation>Hạn chế: chỉ dùng cho tài khoản này, không đưa vào danh sách, không nhắn tin</translation>
    </message>
    <message>
        <source>Under age: no messages, a parent or guardian has agreed</source>
        <translation>Chưa đủ tuổi: không nhắn tin, cha mẹ hoặc người giám hộ đã đồng ý</translation>
    </message>
    <message>
        <source>Name of the parent or guardian who agreed</source>
        <translation>Tên cha mẹ hoặc người giám hộ đã đồng ý</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>MemberDesk</name>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>{name} has this number already</source>
        <translation>{name} đang dùng số này</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>card</source>
        <translation>thẻ</translation>
    </message>
    <message>
        <source>New card – print it now</source>
        <translation>Đã cấp thẻ mới – in ngay</translation>
    </message>
    <message>
        <source>The old one is dead.</source>
        <translation>Thẻ cũ không còn dùng được.</translation>
    </message>
    <message>
        <source>Linked – this code finds the member from now on</source>
        <translation>Đã gắn – từ nay quét mã này là ra khách</translation>
    </message>
    <message>
        <source>Card of {name}</source>
        <translation>Thẻ của {name}</translation>
    </message>
</context>
<context>
    <name>MemberDetails</name>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>member since {date}</source>
        <translation>thành viên từ {date}</translation>
    </message>
    <message>
        <source>last here {time}</source>
        <translation>đến lần cuối {time}</translation>
    </message>
    <message>
        <source>paid {amount} after rewards and returns</source>
        <translation>đã trả {amount} sau khi trừ thưởng và hàng trả lại</translation>
    </message>
    <message>
        <source>{points} end on {date}</source>
        <translation>{points} hết hạn ngày {date}</translation>
    </message>
    <message>
        <source>Has left the program: in no list, no messages</source>
        <translation>Đã rút khỏi chương trình: không vào danh sách, không nhắn tin</translation>
    </message>
    <message>
        <source>Restricted: in no list, no messages</source>
        <translation>Hạn chế: không vào danh sách, không nhắn tin</translation>
    </message>
    <message>
        <source>Under age: no messages</source>
        <translation>Chưa đủ tuổi: không nhắn tin</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Số dư</translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation>Xem cả {count} dòng</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Số hoá đơn</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng tiền</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>Được cộng</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>Tất cả thành viên</translation>
    </message>
    <message>
        <source>Why this balance?</source>
        <translation>Vì sao có số dư này?</translation>
    </message>
    <message>
        <source>Last bills</source>
        <translation>Hoá đơn gần đây</translation>
    </message>
    <message>
        <source>No bill yet: the first one at the counter will stand here.</source>
        <translation>Chưa có hoá đơn nào: hoá đơn đầu tiên tại quầy sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Statement (PDF)</source>
        <translation>Sao kê (PDF)</translation>
    </message>
    <message>
        <source>Print the statement</source>
        <translation>In sao kê</translation>
    </message>
</context>
<context>
    <name>MemberErasing</name>
    <message>
        <source>Type {digits} to confirm, the end of the card or phone</source>
        <translation>Gõ {digits}, số cuối của thẻ hoặc điện thoại, để xác nhận</translation>
    </message>
    <message>
        <source>The books stay without a name; points are lost. Nothing brings the person back.</source>
        <translation>Sổ sách ở lại, không còn tên; điểm mất. Không có cách nào lấy lại.</translation>
    </message>
    <message>
        <source>Kept on legal grounds since {date}: {reason}. Until that ends nobody is erased.</source>
        <translation>Giữ theo yêu cầu pháp lý từ {date}: {reason}. Khi còn giữ thì không xoá được.</translation>
    </message>
    <message>
        <source>These digits are not {digits}</source>
        <translation>Số vừa gõ không phải {digits}</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>Erase this member…</source>
        <translation>Xoá khách này…</translation>
    </message>
    <message>
        <source>Keep on legal grounds…</source>
        <translation>Giữ theo yêu cầu pháp lý…</translation>
    </message>
    <message>
        <source>No longer keep on legal grounds</source>
        <translation>Thôi giữ theo yêu cầu pháp lý</translation>
    </message>
    <message>
        <source>Name, phone, birthday, notes and cards go for good, also where a backup comes back.</source>
        <translation>Tên, số điện thoại, sinh nhật, ghi chú và thẻ mất hẳn, kể cả khi khôi phục bản sao lưu.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Why the member is erased</source>
        <translation>Lý do xoá khách</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Xoá hẳn</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Why the records must stay</source>
        <translation>Vì sao phải giữ hồ sơ</translation>
    </message>
    <message>
        <source>e.g. dispute about receipt 12</source>
        <translation>ví dụ: tranh chấp hoá đơn 12</translation>
    </message>
    <message>
        <source>Keep the records</source>
        <translation>Giữ hồ sơ</translation>
    </message>
</context>
<context>
    <name>MemberFriends</name>
    <message>
        <source>The words are the shop&apos;s: change them in the settings.</source>
        <translation>Lời mời là của quán, sửa ở mục Cài đặt.</translation>
    </message>
    <message>
        <source>Type a link, Zalo or phone in the settings, and a square code to scan appears. The words are changed there, too.</source>
        <translation>Điền đường dẫn, Zalo hoặc điện thoại ở mục Cài đặt thì sẽ có mã QR để quét. Lời mời cũng sửa ở đó.</translation>
    </message>
    <message>
        <source>Invite friends</source>
        <translation>Mời bạn bè</translation>
    </message>
    <message>
        <source>Language of the message</source>
        <translation>Ngôn ngữ của lời mời</translation>
    </message>
    <message>
        <source>In {language}</source>
        <translation>Bằng {language}</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>Chép lời mời</translation>
    </message>
    <message>
        <source>Picture for Zalo or Facebook</source>
        <translation>Ảnh gửi Zalo, Facebook</translation>
    </message>
    <message>
        <source>Cards for friends (PDF)</source>
        <translation>Phiếu tặng bạn (PDF)</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
</context>
<context>
    <name>MemberOrigin</name>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Người giới thiệu</translation>
    </message>
    <message>
        <source>Who sent them? It can be said until their first bill counts.</source>
        <translation>Ai giới thiệu khách này? Còn ghi được đến trước hoá đơn đầu tiên được tính.</translation>
    </message>
    <message>
        <source>Nobody was named before the first bill.</source>
        <translation>Không ai được ghi là người giới thiệu trước hoá đơn đầu tiên.</translation>
    </message>
    <message>
        <source>Has brought {count} friends</source>
        <translation>Đã giới thiệu {count} bạn</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Đến từ đâu</translation>
    </message>
    <message>
        <source>How they heard of the shop</source>
        <translation>Khách biết quán từ đâu</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>chưa hỏi</translation>
    </message>
    <message>
        <source>Heard of the shop by {source}</source>
        <translation>Biết quán qua {source}</translation>
    </message>
    <message>
        <source>Not them</source>
        <translation>Không phải khách này</translation>
    </message>
    <message>
        <source>Find who sent them</source>
        <translation>Tìm người giới thiệu</translation>
    </message>
    <message>
        <source>Name without marks, or last digits of the phone</source>
        <translation>Tên (không cần dấu) hoặc số cuối điện thoại</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>Thành viên tìm thấy</translation>
    </message>
</context>
<context>
    <name>MemberPapers</name>
    <message>
        <source>Letters to members</source>
        <translation>Thư gửi thành viên</translation>
    </message>
    <message>
        <source>Gifts to hand out</source>
        <translation>Danh sách phát quà</translation>
    </message>
    <message>
        <source>Cards for friends of members</source>
        <translation>Thẻ giới thiệu bạn của thành viên</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Đã phát</translation>
    </message>
    <message>
        <source>Day and signature</source>
        <translation>Ngày và chữ ký</translation>
    </message>
    <message>
        <source>Customers: {count}</source>
        <translation>Số khách: {count}</translation>
    </message>
    <message>
        <source>Written on {date}</source>
        <translation>Lập ngày {date}</translation>
    </message>
</context>
<context>
    <name>MemberPrivacy</name>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
</context>
<context>
    <name>MemberTags</name>
    <message>
        <source>Take this tag off</source>
        <translation>Gỡ nhãn này</translation>
    </message>
    <message>
        <source>Put this tag on</source>
        <translation>Gắn nhãn này</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>No tag yet: rules and rewards can be for those who wear one.</source>
        <translation>Chưa có nhãn nào. Có thể đặt luật và phần thưởng riêng cho khách có nhãn.</translation>
    </message>
    <message>
        <source>Another tag</source>
        <translation>Thêm nhãn</translation>
    </message>
    <message>
        <source>e.g. VIP</source>
        <translation>ví dụ: VIP</translation>
    </message>
</context>
<context>
    <name>MemberTier</name>
    <message>
        <source>Tier</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>At least this tier</source>
        <translation>Ít nhất hạng này</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>e.g. a friend of the house</source>
        <translation>ví dụ: khách quen của chủ quán</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Đặt bằng tay</translation>
    </message>
    <message>
        <source>Never below {floor}</source>
        <translation>Giữ hạng ít nhất {floor}</translation>
    </message>
    <message>
        <source>no tier: the bills decide</source>
        <translation>không giữ, xét theo hoá đơn</translation>
    </message>
    <message>
        <source>no tier yet</source>
        <translation>chưa có hạng</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>đặt bằng tay</translation>
    </message>
    <message>
        <source>{amount} more to tier {tier}</source>
        <translation>còn {amount} nữa lên hạng {tier}</translation>
    </message>
    <message>
        <source>{amount} more by {date} keeps the tier</source>
        <translation>còn {amount} để giữ hạng đến {date}</translation>
    </message>
    <message>
        <source>no tier</source>
        <translation>không có hạng</translation>
    </message>
    <message>
        <source>Reached {tier}</source>
        <translation>Lên {tier}</translation>
    </message>
    <message>
        <source>Reached {tier} again</source>
        <translation>Đạt lại {tier}</translation>
    </message>
    <message>
        <source>Told that {tier} is lost on {date}</source>
        <translation>Đã báo: {tier} sẽ mất vào {date}</translation>
    </message>
    <message>
        <source>By hand: never below {tier}</source>
        <translation>Đặt bằng tay: giữ hạng ít nhất {tier}</translation>
    </message>
    <message>
        <source>By hand: left to the bills again</source>
        <translation>Đặt bằng tay: lại theo hoá đơn</translation>
    </message>
    <message>
        <source>The tier is no more: now {tier}</source>
        <translation>Hạng cũ không còn: nay {tier}</translation>
    </message>
    <message>
        <source>Fell to {tier}</source>
        <translation>Xuống {tier}</translation>
    </message>
</context>
<context>
    <name>MemberTies</name>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
</context>
<context>
    <name>MemberVouchers</name>
    <message>
        <source>Vouchers</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>No open voucher</source>
        <translation>Chưa có phiếu nào dùng được</translation>
    </message>
    <message>
        <source>Which voucher</source>
        <translation>Phiếu nào</translation>
    </message>
    <message>
        <source>For this customer alone: {kind}</source>
        <translation>Tặng riêng khách này: {kind}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Give this voucher</source>
        <translation>Tặng phiếu này</translation>
    </message>
    <message>
        <source>{voucher}: {worth}, until {day} · {code}</source>
        <translation>{voucher}: {worth}, đến hết {day} · {code}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Find a member</source>
        <translation>Tìm thành viên</translation>
    </message>
    <message>
        <source>Name without marks, or last digits of the phone</source>
        <translation>Tên (không cần dấu) hoặc số cuối điện thoại</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>Thành viên tìm thấy</translation>
    </message>
    <message>
        <source>The shop’s books are not open, so nothing can be shown: see the counter.</source>
        <translation>Sổ của quán chưa mở được nên chưa xem được gì: hãy xem thông báo ở quầy.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Số dư</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Lần cuối đến</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Nobody fits “{typed}” – type another part of the name, or at least three digits</source>
        <translation>Không có ai khớp “{typed}” – gõ phần khác của tên, hoặc ít nhất ba chữ số</translation>
    </message>
    <message>
        <source>No members yet – enrol the first one at the counter (F4)</source>
        <translation>Chưa có thành viên nào – thêm khách đầu tiên tại quầy (F4)</translation>
    </message>
    <message>
        <source>Nobody has this card – enrol with it at the counter</source>
        <translation>Chưa ai dùng thẻ này – ra quầy quét thẻ để thêm khách</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Không tìm thấy</translation>
    </message>
</context>
<context>
    <name>MembershipsPanel</name>
    <message>
        <source>VIP card</source>
        <translation>Thẻ VIP</translation>
    </message>
    <message>
        <source>Paid memberships</source>
        <translation>Thẻ hội viên trả phí</translation>
    </message>
    <message>
        <source>Add a membership</source>
        <translation>Thêm thẻ hội viên</translation>
    </message>
    <message>
        <source>No paid membership – with one a customer pays a fee and gets something off every bill</source>
        <translation>Chưa có thẻ hội viên trả phí – khách trả một khoản phí và được giảm trên mọi hoá đơn</translation>
    </message>
    <message>
        <source>once, for ever</source>
        <translation>một lần, mãi mãi</translation>
    </message>
    <message>
        <source>are refunded</source>
        <translation>được hoàn</translation>
    </message>
    <message>
        <source>are not refunded</source>
        <translation>không hoàn</translation>
    </message>
    <message>
        <source>earning nothing</source>
        <translation>phí không tích điểm</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>không thêm gì</translation>
    </message>
    <message>
        <source>Paid membership {name} {fee_vnd} / {months} {fee_earns} and takes {discount_bp} off every bill, sells {prices} at a member price and brings {package}, reminded {notice_days} days before its end, unused days {refundable} {remove}</source>
        <translation>Thẻ hội viên trả phí {name} {fee_vnd} / {months} {fee_earns} và giảm {discount_bp} mọi hoá đơn, bán {prices} theo giá thành viên, kèm {package} nhắc trước {notice_days} ngày, phần chưa dùng {refundable} {remove}</translation>
    </message>
    <message>
        <source>in {plan} {remove}</source>
        <translation>thuộc {plan} {remove}</translation>
    </message>
    <message>
        <source>Name of the membership</source>
        <translation>Tên thẻ hội viên</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Whether the fee earns points</source>
        <translation>Phí có tích điểm không</translation>
    </message>
    <message>
        <source>Off every bill</source>
        <translation>Giảm trên mọi hoá đơn</translation>
    </message>
    <message>
        <source>What else it brings</source>
        <translation>Quyền lợi kèm theo</translation>
    </message>
    <message>
        <source>Days before its end on which the customer is told</source>
        <translation>Nhắc khách trước khi hết bao nhiêu ngày</translation>
    </message>
    <message>
        <source>Whether unused days are refunded</source>
        <translation>Có hoàn tiền những ngày chưa dùng không</translation>
    </message>
    <message>
        <source>In which program</source>
        <translation>Thuộc chương trình nào</translation>
    </message>
    <message>
        <source>month</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>year</source>
        <translation>năm</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} năm</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} tháng</translation>
    </message>
    <message>
        <source>Member prices</source>
        <translation>Giá thành viên</translation>
    </message>
    <message>
        <source>earning points like a bill, no stamps, tickets or vouchers</source>
        <translation>phí tích điểm như hoá đơn, không kèm tem, vé hay phiếu</translation>
    </message>
</context>
<context>
    <name>MergeDesk</name>
    <message>
        <source>First</source>
        <translation>Thứ nhất</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Thứ hai</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Sau khi gộp</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Thành viên từ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Điểm nợ</translation>
    </message>
    <message>
        <source>Stamps and tickets</source>
        <translation>Tem và vé</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Số lần mua</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Đã trả</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>Cards and codes</source>
        <translation>Thẻ và mã</translation>
    </message>
    <message>
        <source>the second</source>
        <translation>khách thứ hai</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>khách thứ nhất</translation>
    </message>
    <message>
        <source>Both become one customer with {points} points, all bills and all cards. A backup is made first. It can be undone here until what came over is used.</source>
        <translation>Hai khách thành một, có {points} điểm, mọi hoá đơn và mọi thẻ. Máy sao lưu trước khi gộp. Có thể tách lại tại đây, chừng nào những gì gộp sang chưa được dùng.</translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation>Gộp hai khách</translation>
    </message>
    <message>
        <source>Merging, after a backup</source>
        <translation>Đang sao lưu rồi gộp</translation>
    </message>
    <message>
        <source>{points} points together; every card finds this customer.</source>
        <translation>Tổng cộng {points} điểm; thẻ nào cũng tìm ra khách này.</translation>
    </message>
    <message>
        <source>Noted: they are two customers</source>
        <translation>Đã ghi nhớ: đây là hai khách khác nhau</translation>
    </message>
    <message>
        <source>One customer or two?</source>
        <translation>Một khách hay hai?</translation>
    </message>
    <message>
        <source>Both side by side</source>
        <translation>Hai khách cạnh nhau</translation>
    </message>
    <message>
        <source>Who stays</source>
        <translation>Giữ khách nào</translation>
    </message>
    <message>
        <source>Whose name is kept</source>
        <translation>Giữ tên của ai</translation>
    </message>
    <message>
        <source>Whose phone is kept</source>
        <translation>Giữ số điện thoại của ai</translation>
    </message>
    <message>
        <source>{stays} stays, with the name {name} and the phone {phone}</source>
        <translation>Giữ {stays}, với tên {name} và số điện thoại {phone}</translation>
    </message>
    <message>
        <source>Two people who share one account</source>
        <translation>Hai người dùng chung một tài khoản</translation>
    </message>
    <message>
        <source>Whose the cards are that come over</source>
        <translation>Thẻ gộp sang là của ai</translation>
    </message>
    <message>
        <source>Of consents, what either has withdrawn stays withdrawn.</source>
        <translation>Về các đồng ý: điều gì một trong hai đã rút lại thì vẫn là rút lại.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Gộp…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Không phải một người</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>The two are one member now</source>
        <translation>Đã gộp thành một khách</translation>
    </message>
</context>
<context>
    <name>MergedList</name>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Came over</source>
        <translation>Gộp sang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Choose a merge to undo it.</source>
        <translation>Chọn một lần gộp để tách ra.</translation>
    </message>
    <message>
        <source>It can no longer be undone: {why}.</source>
        <translation>Không tách ra được nữa: {why}.</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>đã tách</translation>
    </message>
    <message>
        <source>stands for good</source>
        <translation>không tách được nữa</translation>
    </message>
    <message>
        <source>can be undone</source>
        <translation>có thể tách</translation>
    </message>
    <message>
        <source>They become two customers again, each with the points, bills and cards of before. What was earned since stays with the one who stayed.</source>
        <translation>Lại thành hai khách, mỗi người có điểm, hoá đơn và thẻ như trước. Điểm tích từ đó đến nay vẫn của khách được giữ lại.</translation>
    </message>
    <message>
        <source>Make them two again</source>
        <translation>Tách thành hai khách</translation>
    </message>
    <message>
        <source>Undoing the merge, after a backup</source>
        <translation>Đang sao lưu rồi tách ra</translation>
    </message>
    <message>
        <source>They are two customers again</source>
        <translation>Đã tách lại thành hai khách</translation>
    </message>
    <message>
        <source>Merged lately</source>
        <translation>Gộp gần đây</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Tách ra</translation>
    </message>
</context>
<context>
    <name>MinimumBillsExtra</name>
    <message>
        <source>How many bills before the first time</source>
        <translation>Số hoá đơn trước lần đổi đầu tiên</translation>
    </message>
    <message>
        <source>for the first time after {minimum_bills} bills</source>
        <translation>lần đầu sau {minimum_bills} hoá đơn</translation>
    </message>
</context>
<context>
    <name>MyData</name>
    <message>
        <source>What the shop knows of you</source>
        <translation>Quán biết gì về bạn</translation>
    </message>
    <message>
        <source>Is something wrong, or do you want it corrected or erased? Say so at the counter. The same stands in the file beside this paper, for other programs.</source>
        <translation>Có gì sai, hay bạn muốn sửa hoặc xoá? Hãy nói ở quầy. Tệp đi kèm giấy này ghi cùng nội dung, cho các phần mềm khác.</translation>
    </message>
    <message>
        <source>Phone: {phone}</source>
        <translation>Điện thoại: {phone}</translation>
    </message>
    <message>
        <source>Birthday: {date}</source>
        <translation>Sinh nhật: {date}</translation>
    </message>
    <message>
        <source>Note of the shop: {note}</source>
        <translation>Ghi chú của quán: {note}</translation>
    </message>
    <message>
        <source>Marks of the shop: {tags}</source>
        <translation>Nhãn của quán: {tags}</translation>
    </message>
    <message>
        <source>How you came to us: {how}</source>
        <translation>Bạn biết đến quán qua: {how}</translation>
    </message>
    <message>
        <source>from an older list of customers</source>
        <translation>danh sách khách cũ</translation>
    </message>
    <message>
        <source>another member brought you</source>
        <translation>một khách khác giới thiệu</translation>
    </message>
    <message>
        <source>Card of the shop</source>
        <translation>Thẻ của quán</translation>
    </message>
    <message>
        <source>Another code that finds you</source>
        <translation>Mã khác của bạn</translation>
    </message>
    <message>
        <source>Cards and codes</source>
        <translation>Thẻ và mã</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Là gì</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Không có.</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>đồng ý</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>rút lại</translation>
    </message>
    <message>
        <source>What you agreed to</source>
        <translation>Bạn đã đồng ý những gì</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Để làm gì</translation>
    </message>
    <message>
        <source>What you said</source>
        <translation>Bạn đã nói</translation>
    </message>
    <message>
        <source>proof: {proof}</source>
        <translation>bằng chứng: {proof}</translation>
    </message>
    <message>
        <source>Your bills, the oldest first</source>
        <translation>Hoá đơn của bạn, cũ nhất trước</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Who looked at your particulars in the office</source>
        <translation>Ai đã xem thông tin của bạn ở văn phòng</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Đã làm gì</translation>
    </message>
    <message>
        <source>Nobody, but for scans at the counter.</source>
        <translation>Không ai, trừ khi quét thẻ ở quầy.</translation>
    </message>
    <message>
        <source>You asked that this be used for your account alone.</source>
        <translation>Bạn đã yêu cầu chỉ dùng những thông tin này cho tài khoản điểm của bạn.</translation>
    </message>
    <message>
        <source>Under age; who agreed for you: {name}</source>
        <translation>Chưa đủ tuổi; người đồng ý thay bạn: {name}</translation>
    </message>
    <message>
        <source>Kept on legal grounds since {time}</source>
        <translation>Đang được lưu giữ theo yêu cầu pháp lý từ {time}</translation>
    </message>
    <message>
        <source>text {version}</source>
        <translation>văn bản số {version}</translation>
    </message>
    <message>
        <source>privacy notice {version}</source>
        <translation>thông báo quyền riêng tư bản {version}</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>từ chối: {reason}</translation>
    </message>
    <message>
        <source>What you asked about your data</source>
        <translation>Yêu cầu của bạn về dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>What you asked</source>
        <translation>Bạn đã yêu cầu</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Hạn hoặc ngày làm xong</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Không có.</translation>
    </message>
    <message>
        <source>What was changed in your data</source>
        <translation>Những thay đổi trong thông tin của bạn</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Đã thay đổi gì</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
</context>
<context>
    <name>NameExtra</name>
    <message>
        <source>Name of the rule</source>
        <translation>Tên luật</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>is called {name}</source>
        <translation>tên là {name}</translation>
    </message>
</context>
<context>
    <name>NumbersForm</name>
    <message>
        <source>Leave as it is</source>
        <translation>Để nguyên</translation>
    </message>
</context>
<context>
    <name>OfExtra</name>
    <message>
        <source>only the points of {of}</source>
        <translation>chỉ nhân điểm của {of}</translation>
    </message>
</context>
<context>
    <name>OfficePlaces</name>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Cards &amp; printing</source>
        <translation>Thẻ &amp; in ấn</translation>
    </message>
    <message>
        <source>Old list</source>
        <translation>Danh sách cũ</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Món bán</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Phần thưởng</translation>
    </message>
    <message>
        <source>Beside the points</source>
        <translation>Chương trình phụ</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Customers’ rights</source>
        <translation>Quyền của khách</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
</context>
<context>
    <name>OfficeWindow</name>
    <message>
        <source>Office</source>
        <translation>Quản lý</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy thu ngân</translation>
    </message>
    <message>
        <source>That code was not read as it is printed</source>
        <translation>Mã vừa quét đọc không đúng như in trên thẻ</translation>
    </message>
    <message>
        <source>Scan it once more, slowly and from straight above.</source>
        <translation>Hãy quét lại lần nữa, chậm và thẳng từ trên xuống.</translation>
    </message>
</context>
<context>
    <name>OldList</name>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Họ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Số thẻ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Came in – {repairs}</source>
        <translation>Đã nhập – {repairs}</translation>
    </message>
    <message>
        <source>Comes in – {repairs}</source>
        <translation>Sẽ nhập – {repairs}</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>Comes in</source>
        <translation>Sẽ nhập</translation>
    </message>
    <message>
        <source>A member already – nothing changes</source>
        <translation>Đã là thành viên – không đổi gì</translation>
    </message>
    <message>
        <source>The same customer as row {row} – stays out</source>
        <translation>Trùng khách với dòng {row} – bỏ qua</translation>
    </message>
    <message>
        <source>Stays out – {why}</source>
        <translation>Bỏ qua – {why}</translation>
    </message>
    <message>
        <source>84 at the front of the phone became 0</source>
        <translation>đầu số 84 đổi thành 0</translation>
    </message>
    <message>
        <source>the lost 0 of the phone is back</source>
        <translation>đã thêm lại số 0 đầu</translation>
    </message>
    <message>
        <source>the phone had become a figure</source>
        <translation>số điện thoại bị Excel biến thành con số, đã sửa</translation>
    </message>
    <message>
        <source>the old 11-digit phone became 10 digits</source>
        <translation>số 11 số cũ đổi thành 10 số</translation>
    </message>
    <message>
        <source>a letter O in the phone became 0</source>
        <translation>chữ O trong số điện thoại đổi thành 0</translation>
    </message>
    <message>
        <source>the first of several phones counts</source>
        <translation>có nhiều số, lấy số đầu tiên</translation>
    </message>
    <message>
        <source>without the name, which cannot be read</source>
        <translation>bỏ tên vì không đọc được</translation>
    </message>
    <message>
        <source>without the birthday, which cannot be read</source>
        <translation>bỏ ngày sinh vì không đọc được</translation>
    </message>
    <message>
        <source>without the card number</source>
        <translation>bỏ số thẻ</translation>
    </message>
    <message>
        <source>with a shortened note</source>
        <translation>ghi chú được rút ngắn</translation>
    </message>
    <message>
        <source>the points are no number</source>
        <translation>điểm không phải là số</translation>
    </message>
    <message>
        <source>the points are below 0</source>
        <translation>điểm nhỏ hơn 0</translation>
    </message>
    <message>
        <source>the points are no whole number</source>
        <translation>điểm không phải số nguyên</translation>
    </message>
    <message>
        <source>the points are too many</source>
        <translation>điểm quá lớn</translation>
    </message>
    <message>
        <source>neither a phone nor a name</source>
        <translation>không có điện thoại lẫn tên</translation>
    </message>
    <message>
        <source>this line is no customer</source>
        <translation>dòng này không phải khách</translation>
    </message>
</context>
<context>
    <name>OtherLists</name>
    <message>
        <source>Points ending soon…</source>
        <translation>Điểm sắp hết hạn…</translation>
    </message>
    <message>
        <source>Tags for several…</source>
        <translation>Gắn nhãn nhiều khách…</translation>
    </message>
    <message>
        <source>Memberships ending soon…</source>
        <translation>Thẻ hội viên sắp hết hạn…</translation>
    </message>
    <message>
        <source>Here twice…</source>
        <translation>Khách trùng…</translation>
    </message>
    <message>
        <source>Bills to be paid…</source>
        <translation>Hoá đơn còn nợ…</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Undo the whole list</source>
        <translation>Hoàn tác cả danh sách</translation>
    </message>
    <message>
        <source>Stopped on the way</source>
        <translation>Đã dừng giữa chừng</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã nhập xong</translation>
    </message>
    <message>
        <source>Row {row} stayed out: {why}</source>
        <translation>Dòng {row} bị bỏ qua: {why}</translation>
    </message>
    <message>
        <source>{count} more rows stayed out</source>
        <translation>Còn {count} dòng nữa bị bỏ qua</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln row(s) that stayed out…</source>
        <translation>
            <numerusform>Lưu %Ln dòng không nhập…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwingPanel</name>
    <message>
        <source>Bills with open amounts: {bills}, together {amount}.</source>
        <translation>Hoá đơn còn nợ: {bills}, tổng cộng {amount}.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Số hoá đơn</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Số ngày</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <source>Still to be paid</source>
        <translation>Còn nợ</translation>
    </message>
    <message>
        <source>Write the bills to a file</source>
        <translation>Ghi hoá đơn còn nợ ra tệp</translation>
    </message>
    <message>
        <source>bills to be paid</source>
        <translation>hoa don con no</translation>
    </message>
    <message>
        <source>Write the bills to a file…</source>
        <translation>Ghi ra tệp…</translation>
    </message>
    <message>
        <source>Bills with open amounts</source>
        <translation>Hoá đơn còn nợ</translation>
    </message>
    <message>
        <source>Nobody owes anything: every bill is paid.</source>
        <translation>Không ai còn nợ: hoá đơn nào cũng đã trả đủ.</translation>
    </message>
</context>
<context>
    <name>PackageExtra</name>
    <message>
        <source>VIP package</source>
        <translation>Gói VIP</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>with the package {package}</source>
        <translation>kèm gói {package}</translation>
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
    <name>PaperChoice</name>
    <message>
        <source>Paper</source>
        <translation>Giấy in</translation>
    </message>
</context>
<context>
    <name>PaperFields</name>
    <message>
        <source>Say something, or take the usual words</source>
        <translation>Hãy viết gì đó, hoặc lấy mẫu có sẵn</translation>
    </message>
    <message>
        <source>Too long: at most {most} letters</source>
        <translation>Dài quá: tối đa {most} ký tự</translation>
    </message>
    <message>
        <source>Nobody knows the place {place}</source>
        <translation>Không có chỗ điền nào tên {place}</translation>
    </message>
    <message>
        <source>Everybody picked agreed to be written to: {count}</source>
        <translation>Mọi khách đã chọn đều đồng ý nhận tin: {count}</translation>
    </message>
    <message>
        <source>Letters: {count}. Left out, because they have not agreed to messages: {left} – {names}</source>
        <translation>Số thư: {count}. Không gửi vì chưa đồng ý nhận tin: {left} – {names}</translation>
    </message>
    <message>
        <source>cards, or stickers – as the paper above says</source>
        <translation>thẻ hoặc nhãn dán – theo giấy in ở trên</translation>
    </message>
    <message>
        <source>letters, a page each</source>
        <translation>thư, mỗi khách một trang</translation>
    </message>
    <message>
        <source>a list to tick off, for handing out gifts</source>
        <translation>danh sách phát quà, có ô đánh dấu</translation>
    </message>
    <message>
        <source>cards for friends, eight each</source>
        <translation>thẻ giới thiệu bạn, mỗi khách tám thẻ</translation>
    </message>
    <message>
        <source>Print {kind}</source>
        <translation>In {kind}</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>In gì</translation>
    </message>
    <message>
        <source>What the letter says</source>
        <translation>Lời trong thư</translation>
    </message>
    <message>
        <source>Words in braces are filled for each member; a line with nothing to fill in is left out.</source>
        <translation>Chữ trong ngoặc nhọn được điền cho từng khách; dòng nào không có gì để điền sẽ bỏ đi.</translation>
    </message>
    <message>
        <source>Take the usual words</source>
        <translation>Lấy mẫu có sẵn</translation>
    </message>
    <message>
        <source>Paper of the letters</source>
        <translation>Giấy in thư</translation>
    </message>
    <message>
        <source>with the code of the card</source>
        <translation>có mã thẻ</translation>
    </message>
    <message>
        <source>without the code of the card</source>
        <translation>không có mã thẻ</translation>
    </message>
    <message>
        <source>Code of the card</source>
        <translation>Mã thẻ</translation>
    </message>
    <message>
        <source>On {paper} {code}</source>
        <translation>Trên giấy {paper} {code}</translation>
    </message>
    <message>
        <source>What is handed out</source>
        <translation>Phát quà gì</translation>
    </message>
    <message>
        <source>e.g. a Tết calendar</source>
        <translation>vd. lịch Tết</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Begin with which one</source>
        <translation>In từ thứ mấy</translation>
    </message>
    <message>
        <source>e.g. 7, if six came out well; empty: with the first</source>
        <translation>ví dụ 7, nếu 6 tờ đầu đã đẹp; để trống: in từ đầu</translation>
    </message>
    <message>
        <source>Type a number from 1 to {most}</source>
        <translation>Gõ một số từ 1 đến {most}</translation>
    </message>
</context>
<context>
    <name>PapersDesk</name>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Cards of members: {count}</source>
        <translation>Thẻ thành viên: {count}</translation>
    </message>
    <message>
        <source>member cards</source>
        <translation>thẻ thành viên</translation>
    </message>
</context>
<context>
    <name>Particulars</name>
    <message>
        <source>The note is too long: at most {count} letters</source>
        <translation>Ghi chú quá dài: tối đa {count} chữ</translation>
    </message>
    <message>
        <source>Under {years}: mark the customer as under age below, with who agreed for them</source>
        <translation>Dưới {years} tuổi: hãy đánh dấu chưa đủ tuổi ở dưới, ghi người đã đồng ý</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>24/11</source>
        <translation>24/11</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>PartnersBox</name>
    <message>
        <source>A code has 16 digits and begins with 97 – read it once more</source>
        <translation>Mã có 16 chữ số, bắt đầu bằng 97 – hãy đọc lại</translation>
    </message>
    <message>
        <source>Partners · {month}</source>
        <translation>Đối tác · {month}</translation>
    </message>
    <message>
        <source>Codes noted now count for {month}.</source>
        <translation>Mã ghi lúc này được tính cho tháng {month}.</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Đối tác</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Đã phát</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Đã dùng</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Chưa dùng</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Phải trả</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Perk</source>
        <translation>Ưu đãi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln older code(s)</source>
        <translation>
            <numerusform>và %Ln mã cũ hơn</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa dùng</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>redeemed on {day}</source>
        <translation>đã dùng ngày {day}</translation>
    </message>
    <message>
        <source>Settlements</source>
        <translation>Quyết toán</translation>
    </message>
    <message>
        <source>Codes for partners</source>
        <translation>Mã dùng ở đối tác</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Save the settlements</source>
        <translation>Lưu bảng quyết toán</translation>
    </message>
    <message>
        <source>Code redeemed at the partner’s – scan it, or type it and press Enter</source>
        <translation>Mã khách đã dùng ở đối tác – quét, hoặc gõ rồi nhấn Enter</translation>
    </message>
    <message>
        <source>It was not redeemed</source>
        <translation>Mã này chưa dùng</translation>
    </message>
</context>
<context>
    <name>PartnersPanel</name>
    <message>
        <source>No reward brings its codes yet: add one above</source>
        <translation>Chưa có phần thưởng nào phát mã của đối tác này: hãy thêm ở mục Phần thưởng phía trên</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Đối tác</translation>
    </message>
    <message>
        <source>Add a partner</source>
        <translation>Thêm đối tác</translation>
    </message>
    <message>
        <source>Shops that honour your codes; what they gave is settled at the end of the month.</source>
        <translation>Những cửa hàng nhận mã của quán; cuối tháng quyết toán phần họ đã tặng.</translation>
    </message>
    <message>
        <source>{name} gives {perk} for a code; for each one redeemed there the shop pays {settled_vnd} {remove}</source>
        <translation>{name} tặng {perk} cho mỗi mã; mỗi mã dùng ở đó quán trả {settled_vnd} {remove}</translation>
    </message>
    <message>
        <source>Name of the partner</source>
        <translation>Tên đối tác</translation>
    </message>
    <message>
        <source>What the partner gives for a code</source>
        <translation>Đối tác tặng gì cho mỗi mã</translation>
    </message>
    <message>
        <source>What the shop pays for each code</source>
        <translation>Quán trả bao nhiêu cho mỗi mã</translation>
    </message>
</context>
<context>
    <name>PerksExtra</name>
    <message>
        <source>Perks, with commas between them</source>
        <translation>Quyền lợi, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>a quiet table, free delivery</source>
        <translation>bàn riêng, giao hàng miễn phí</translation>
    </message>
    <message>
        <source>brings {perks}</source>
        <translation>quyền lợi: {perks}</translation>
    </message>
</context>
<context>
    <name>PhonePicture</name>
    <message>
        <source>Drawing the picture</source>
        <translation>Đang vẽ ảnh</translation>
    </message>
    <message>
        <source>Picture ready – paste it into the chat with the customer</source>
        <translation>Đã có ảnh – dán vào khung chat với khách</translation>
    </message>
    <message>
        <source>{name} card</source>
        <translation>thẻ {name}</translation>
    </message>
</context>
<context>
    <name>PlanExtra</name>
    <message>
        <source>Program it belongs to</source>
        <translation>Thuộc chương trình</translation>
    </message>
    <message>
        <source>belongs to {plan}</source>
        <translation>thuộc chương trình {plan}</translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>are still honoured for</source>
        <translation>vẫn dùng được thêm</translation>
    </message>
    <message>
        <source>are gone at once</source>
        <translation>hết giá trị ngay</translation>
    </message>
</context>
<context>
    <name>PlansPanel</name>
    <message>
        <source>Programs side by side</source>
        <translation>Chương trình chạy song song</translation>
    </message>
    <message>
        <source>Add a program with a beginning and an end</source>
        <translation>Thêm chương trình có ngày bắt đầu và kết thúc</translation>
    </message>
    <message>
        <source>For a season or a campaign: its rules, rewards and draws run from its first day to its last.</source>
        <translation>Cho một mùa hay một đợt: luật, quà và rút thăm của nó chạy từ ngày đầu đến ngày cuối.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>bắt đầu ngay</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>không kết thúc</translation>
    </message>
    <message>
        <source>{name} from {first} to {until} – when it ends, its stamps, vouchers and rewards {at_end} {honoured_days} – points stay {remove}</source>
        <translation>{name} từ {first} đến {until} – khi kết thúc, tem, phiếu và quà của nó {at_end} {honoured_days} – điểm giữ nguyên {remove}</translation>
    </message>
    <message>
        <source>Name of the program</source>
        <translation>Tên chương trình</translation>
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
        <source>What becomes of what it gave</source>
        <translation>Những gì đã tặng sẽ ra sao</translation>
    </message>
    <message>
        <source>For how many days it is honoured</source>
        <translation>Còn giá trị bao nhiêu ngày</translation>
    </message>
</context>
<context>
    <name>PointsEndField</name>
    <message>
        <source>Day, month and year, please, for example 31/12/2026</source>
        <translation>Gõ đủ ngày, tháng, năm, ví dụ 31/12/2026</translation>
    </message>
    <message>
        <source>Last day points are given</source>
        <translation>Ngày cuối được tích điểm</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>không kết thúc</translation>
    </message>
    <message>
        <source>What becomes of points collected</source>
        <translation>Điểm đã tích sẽ ra sao</translation>
    </message>
    <message>
        <source>Last day points are good for</source>
        <translation>Ngày cuối dùng được điểm</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>stay good</source>
        <translation>vẫn giữ nguyên</translation>
    </message>
    <message>
        <source>are good to the end of this day, and end then:</source>
        <translation>dùng được đến hết ngày này rồi hết hạn:</translation>
    </message>
    <message>
        <source>Points are given up to and including {last}</source>
        <translation>Tích điểm đến hết ngày {last}</translation>
    </message>
    <message>
        <source>Points collected by then {at_end} {good_to}</source>
        <translation>Điểm đã tích đến lúc đó {at_end} {good_to}</translation>
    </message>
</context>
<context>
    <name>PointsNamePanel</name>
    <message>
        <source>In the shop&apos;s own words</source>
        <translation>Tên gọi của điểm</translation>
    </message>
    <message>
        <source>What points are called</source>
        <translation>Tên gọi của điểm</translation>
    </message>
    <message>
        <source>Picture beside the name</source>
        <translation>Biểu tượng bên tên gọi</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Points are called {name} – picture: {picture}</source>
        <translation>Điểm của quán gọi là {name} – biểu tượng: {picture}</translation>
    </message>
    <message>
        <source>This PC has no typeface with this sign: screens show a box, paper leaves it out</source>
        <translation>Máy này không có phông chữ cho biểu tượng này: màn hình hiện ô vuông, giấy in sẽ bỏ qua</translation>
    </message>
</context>
<context>
    <name>PosterWindow</name>
    <message>
        <source>What customers read</source>
        <translation>Bảng giới thiệu cho khách</translation>
    </message>
    <message>
        <source>Language of the poster</source>
        <translation>Ngôn ngữ của tờ giới thiệu</translation>
    </message>
    <message>
        <source>In {language}</source>
        <translation>Bằng {language}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>Save as a web page</source>
        <translation>Lưu trang web</translation>
    </message>
    <message>
        <source>Copy as a message to customers</source>
        <translation>Chép thành tin nhắn cho khách</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The poster</source>
        <translation>Tờ giới thiệu</translation>
    </message>
    <message>
        <source>The square code opens: {code}</source>
        <translation>Mã QR mở: {code}</translation>
    </message>
    <message>
        <source>Type a link, Zalo or phone in the settings, and a square code to scan appears</source>
        <translation>Ghi đường dẫn, Zalo hoặc số điện thoại trong phần cài đặt để có mã QR cho khách quét</translation>
    </message>
    <message>
        <source>Page {number} of the poster</source>
        <translation>Trang {number} của tờ giới thiệu</translation>
    </message>
    <message>
        <source>Save the poster</source>
        <translation>Lưu tờ giới thiệu</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Trang web (*.html)</translation>
    </message>
    <message>
        <source>Save the web page</source>
        <translation>Lưu trang web</translation>
    </message>
    <message>
        <source>points program</source>
        <translation>chương trình thành viên</translation>
    </message>
    <message>
        <source>Copied – paste it into the chat with the customer</source>
        <translation>Đã chép – dán vào tin nhắn cho khách</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi máy in</translation>
    </message>
</context>
<context>
    <name>PriceBoxes</name>
    <message>
        <source>Add an item</source>
        <translation>Thêm món</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>Mã món</translation>
    </message>
    <message>
        <source>item code</source>
        <translation>mã món</translation>
    </message>
    <message>
        <source>What a member pays for one</source>
        <translation>Giá thành viên cho một món</translation>
    </message>
    <message>
        <source>Remove the price</source>
        <translation>Bỏ giá này</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Ready to print: {what}</source>
        <translation>Sẵn sàng để in: {what}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Không có tệp nào được ghi.</translation>
    </message>
    <message>
        <source>Sent to the printer: {what}</source>
        <translation>Đã gửi tới máy in: {what}</translation>
    </message>
    <message>
        <source>What the printer has begun may still come out.</source>
        <translation>Phần máy in đã nhận có thể vẫn in ra.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Write the facts for an impact assessment</source>
        <translation>Viết dữ kiện cho hồ sơ đánh giá tác động</translation>
    </message>
    <message>
        <source>People ever known to the shop</source>
        <translation>Số người quán từng lưu</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n trễ hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people so far, also those who have left.</source>
        <translation>
            <numerusform>Đến nay %n người, kể cả người đã rời đi.</numerusform>
        </translation>
    </message>
    <message>
        <source>A small shop needs no impact assessment and no data protection officer until it has known {most} people.</source>
        <translation>Quán nhỏ chưa cần hồ sơ đánh giá tác động và người phụ trách bảo vệ dữ liệu cho đến khi đã lưu {most} người.</translation>
    </message>
    <message>
        <source>At {most} people the relief for small shops ends: then the shop needs an impact assessment and somebody in charge of data protection. Prepare both now.</source>
        <translation>Đến {most} người thì hết miễn giảm cho quán nhỏ: khi đó phải có hồ sơ đánh giá tác động và người phụ trách bảo vệ dữ liệu. Hãy chuẩn bị từ bây giờ.</translation>
    </message>
    <message>
        <source>{most} people or more: the relief for small shops is over. The shop needs an impact assessment, sent within 60 days, and somebody in charge of data protection.</source>
        <translation>Đã từ {most} người trở lên: hết miễn giảm cho quán nhỏ. Quán phải có hồ sơ đánh giá tác động, gửi trong 60 ngày, và người phụ trách bảo vệ dữ liệu.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Đã viết xong</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Đã ghi lại</translation>
    </message>
    <message>
        <source>It stands in the list with its days.</source>
        <translation>Đã vào danh sách, kèm các hạn.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
</context>
<context>
    <name>PrivacyWords</name>
    <message>
        <source>Never asked, so: no</source>
        <translation>Chưa hỏi, nên coi là không</translation>
    </message>
    <message>
        <source>Taken back: {when}</source>
        <translation>Đã rút lại: {when}</translation>
    </message>
    <message>
        <source>Agreed: {when}</source>
        <translation>Đã đồng ý: {when}</translation>
    </message>
    <message>
        <source>not used: under age</source>
        <translation>không dùng: chưa đủ tuổi</translation>
    </message>
    <message>
        <source>not used: restricted</source>
        <translation>không dùng: đang hạn chế</translation>
    </message>
    <message>
        <source>See or have a copy of the data</source>
        <translation>Xem hoặc nhận bản sao dữ liệu</translation>
    </message>
    <message>
        <source>Correct the data</source>
        <translation>Sửa dữ liệu</translation>
    </message>
    <message>
        <source>Take a consent back</source>
        <translation>Rút lại sự đồng ý</translation>
    </message>
    <message>
        <source>Restrict what it is used for</source>
        <translation>Hạn chế sử dụng</translation>
    </message>
    <message>
        <source>Object to a use</source>
        <translation>Phản đối một cách sử dụng</translation>
    </message>
    <message>
        <source>Delete the data</source>
        <translation>Xoá dữ liệu</translation>
    </message>
    <message>
        <source>Complaint or claim</source>
        <translation>Khiếu nại hoặc yêu cầu bồi thường</translation>
    </message>
    <message>
        <source>See the data</source>
        <translation>Xem dữ liệu</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Rút đồng ý</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>Hạn chế</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Phản đối</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Khiếu nại</translation>
    </message>
    <message>
        <source>{purpose}: taken back (text {version}, {language})</source>
        <translation>{purpose}: rút lại (bản {version}, {language})</translation>
    </message>
    <message>
        <source>{purpose}: agreed (text {version}, {language})</source>
        <translation>{purpose}: đồng ý (bản {version}, {language})</translation>
    </message>
    <message>
        <source>privacy notice {version}</source>
        <translation>thông báo quyền riêng tư bản {version}</translation>
    </message>
    <message>
        <source>Name changed</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Phone changed</source>
        <translation>Đổi số điện thoại</translation>
    </message>
    <message>
        <source>Birthday changed</source>
        <translation>Đổi ngày sinh</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Đổi ghi chú</translation>
    </message>
    <message>
        <source>Guardian changed</source>
        <translation>Đổi người giám hộ</translation>
    </message>
    <message>
        <source>Restriction turned off</source>
        <translation>Bỏ hạn chế</translation>
    </message>
    <message>
        <source>Restriction turned on</source>
        <translation>Bật hạn chế</translation>
    </message>
    <message>
        <source>Under age no more</source>
        <translation>Không còn là chưa đủ tuổi</translation>
    </message>
    <message>
        <source>Noted as under age</source>
        <translation>Ghi là chưa đủ tuổi</translation>
    </message>
    <message>
        <source>{change}, before: {before}</source>
        <translation>{change}, trước đây: {before}</translation>
    </message>
    <message>
        <source>proof: {proof}</source>
        <translation>bằng chứng: {proof}</translation>
    </message>
</context>
<context>
    <name>PrizeBoxes</name>
    <message>
        <source>Add a prize</source>
        <translation>Thêm giải</translation>
    </message>
    <message>
        <source>Prize</source>
        <translation>Giải</translation>
    </message>
    <message>
        <source>prize</source>
        <translation>tên giải</translation>
    </message>
    <message>
        <source>How many of it</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Remove the prize</source>
        <translation>Bỏ giải</translation>
    </message>
</context>
<context>
    <name>ProgramChanges</name>
    <message>
        <source>They differ in what no sentence here tells</source>
        <translation>Hai bản khác nhau ở phần không có trong các câu này</translation>
    </message>
    <message>
        <source>The order is another one</source>
        <translation>Thứ tự đã đổi</translation>
    </message>
    <message>
        <source>Gone: {sentence}</source>
        <translation>Bỏ: {sentence}</translation>
    </message>
    <message>
        <source>New: {sentence}</source>
        <translation>Thêm: {sentence}</translation>
    </message>
    <message>
        <source>Changed from “{old}” to “{new}”</source>
        <translation>Đổi từ “{old}” thành “{new}”</translation>
    </message>
</context>
<context>
    <name>ProgramHead</name>
    <message>
        <source>running: revision {number}, since {day}</source>
        <translation>đang chạy: bản {number}, từ {day}</translation>
    </message>
    <message>
        <source>{running} · revision {number} follows on {day}</source>
        <translation>{running} · bản {number} bắt đầu từ {day}</translation>
    </message>
    <message>
        <source>{running} · draft kept at {time}</source>
        <translation>{running} · đã lưu nháp lúc {time}</translation>
    </message>
    <message>
        <source>Revision {new} was published after this draft was begun from revision {old}</source>
        <translation>Bản nháp này bắt đầu từ bản {old}, sau đó bản {new} đã được công bố</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Something is still wrong above – it is marked in red</source>
        <translation>Phía trên còn chỗ chưa đúng – đã đánh dấu đỏ</translation>
    </message>
    <message>
        <source>Draft {number}</source>
        <translation>Bản nháp {number}</translation>
    </message>
    <message>
        <source>Reading the program…</source>
        <translation>Đang đọc chương trình…</translation>
    </message>
</context>
<context>
    <name>ProgramProblems</name>
    <message>
        <source>Type a number here</source>
        <translation>Gõ một con số vào đây</translation>
    </message>
    <message>
        <source>This must be more than 0</source>
        <translation>Số này phải lớn hơn 0</translation>
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
        <translation>Chưa có luật nào cộng điểm</translation>
    </message>
    <message>
        <source>Watch out: after spending {spent} a customer gets {value} back – as much as was spent</source>
        <translation>Coi chừng: khách tiêu {spent} được trả lại {value} – bằng hoặc hơn số tiền đã tiêu</translation>
    </message>
    <message>
        <source>As it stands, this never applies</source>
        <translation>Cứ để thế này thì không bao giờ áp dụng</translation>
    </message>
    <message>
        <source>“{name}” is not there any more</source>
        <translation>“{name}” không còn nữa</translation>
    </message>
    <message>
        <source>At most {limit} conditions inside each other</source>
        <translation>Lồng nhau nhiều nhất {limit} điều kiện</translation>
    </message>
    <message>
        <source>More than {limit}, please: each step is above the one before</source>
        <translation>Phải hơn {limit}: bậc sau cao hơn bậc trước</translation>
    </message>
    <message>
        <source>As it stands, this gives nothing</source>
        <translation>Cứ để thế này thì không tặng gì cả</translation>
    </message>
    <message>
        <source>An amount or a share, not both at once</source>
        <translation>Chỉ số tiền hoặc phần trăm, không cả hai</translation>
    </message>
    <message>
        <source>Say what a point costs you: otherwise a budget never stops</source>
        <translation>Hãy ghi một điểm tốn của quán bao nhiêu, nếu không ngân sách không bao giờ dừng</translation>
    </message>
    <message>
        <source>A budget cannot count this: a stamp card needs a reward whose cost is known; tickets have none</source>
        <translation>Ngân sách không tính được khoản này: thẻ tem cần phần thưởng đã biết giá vốn; vé rút thăm thì không có giá</translation>
    </message>
    <message>
        <source>A budget pays for this voucher: say how much it is at most</source>
        <translation>Ngân sách chi cho phiếu này: hãy ghi giảm tối đa bao nhiêu</translation>
    </message>
</context>
<context>
    <name>ProtectionDesk</name>
    <message>
        <source>Now print the recovery code and type it once from the paper.</source>
        <translation>Giờ hãy in mã khôi phục và gõ lại một lần từ tờ giấy.</translation>
    </message>
    <message>
        <source>The data is protected</source>
        <translation>Dữ liệu đã được bảo vệ</translation>
    </message>
    <message>
        <source>The data is not protected any more</source>
        <translation>Dữ liệu không còn được bảo vệ</translation>
    </message>
    <message>
        <source>From the next start on it is opened this way</source>
        <translation>Từ lần mở sau sẽ mở theo cách này</translation>
    </message>
    <message>
        <source>The code is right: the data is protected</source>
        <translation>Mã đúng: dữ liệu đã được bảo vệ</translation>
    </message>
    <message>
        <source>Keep the paper outside the shop.</source>
        <translation>Cất tờ giấy ở ngoài quán.</translation>
    </message>
</context>
<context>
    <name>ProtectionPanel</name>
    <message>
        <source>The two are not the same – type it again</source>
        <translation>Hai lần gõ không giống nhau – gõ lại</translation>
    </message>
    <message>
        <source>Without protection whoever takes this PC, or a backup, can read every customer’s name and phone number. The file and its backups are written anew for this.</source>
        <translation>Không bảo vệ thì ai lấy được máy này, hay một bản sao lưu, đều đọc được tên và số điện thoại của mọi khách. Tệp và các bản sao lưu sẽ được ghi lại.</translation>
    </message>
    <message>
        <source>Turn protection off</source>
        <translation>Tắt bảo vệ</translation>
    </message>
    <message>
        <source>Protecting the data</source>
        <translation>Bảo vệ dữ liệu</translation>
    </message>
    <message>
        <source>Print the code</source>
        <translation>In mã</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>Ẩn mã</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Hiện mã để chép</translation>
    </message>
    <message>
        <source>Type the 24 digits from the paper</source>
        <translation>Gõ 24 chữ số trên tờ giấy</translation>
    </message>
    <message>
        <source>Check the code</source>
        <translation>Kiểm tra mã</translation>
    </message>
    <message>
        <source>Protect – this PC keeps the key</source>
        <translation>Bảo vệ – máy này giữ chìa khoá</translation>
    </message>
    <message>
        <source>Start passphrase – three or four words</source>
        <translation>Cụm mật khẩu khi mở – ba bốn từ</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Gõ lại lần nữa</translation>
    </message>
    <message>
        <source>Protect with this passphrase</source>
        <translation>Bảo vệ bằng cụm mật khẩu này</translation>
    </message>
    <message>
        <source>Ask for this passphrase from now on</source>
        <translation>Từ nay hỏi cụm mật khẩu này</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Mã khôi phục mới</translation>
    </message>
    <message>
        <source>Writing the file and its backups anew – the counter opens again when it is done…</source>
        <translation>Đang ghi lại tệp và các bản sao lưu – xong thì quầy mở lại…</translation>
    </message>
    <message>
        <source>Protection locks the shop’s file and its backups with a key of their own. A code on paper opens them on another PC. Lists, cards and exports that you write into files stay readable.</source>
        <translation>Bảo vệ nghĩa là khoá tệp của quán và các bản sao lưu bằng chìa khoá riêng. Một mã trên giấy mở được chúng ở máy khác. Danh sách, thẻ và dữ liệu bạn xuất ra tệp thì vẫn đọc được.</translation>
    </message>
    <message>
        <source>This PC has no keyring: a passphrase is typed at each start.</source>
        <translation>Máy này không có kho khoá: mỗi lần mở phải gõ cụm mật khẩu.</translation>
    </message>
    <message>
        <source>If the paper is lost, take a new recovery code: the old one opens nothing on this PC then. A copy that was carried away before still opens with the old one and gives the key away; if a stranger may have both, turn protection off and on again, which makes a new key.</source>
        <translation>Mất tờ giấy thì lấy mã khôi phục mới: mã cũ không còn mở được gì trên máy này. Nhưng bản sao đã mang đi từ trước vẫn mở được bằng mã cũ và để lộ chìa khoá; nếu người lạ có thể có cả hai, hãy tắt bảo vệ rồi bật lại để có chìa khoá mới.</translation>
    </message>
    <message>
        <source>Print the recovery code or write it down, and keep the paper outside the shop. Nobody can guess it ({bits} bits), and it is kept nowhere else.</source>
        <translation>Hãy in hoặc chép mã khôi phục, và cất tờ giấy ở ngoài quán. Không ai đoán được mã ({bits} bit), và mã không lưu ở đâu khác.</translation>
    </message>
    <message>
        <source>Without it nobody opens the backups when this PC is gone.</source>
        <translation>Mất máy mà không có mã thì không ai mở được bản sao lưu.</translation>
    </message>
    <message>
        <source>Without it nobody opens the data when the passphrase is forgotten.</source>
        <translation>Quên mật khẩu mà không có mã thì không ai mở được dữ liệu.</translation>
    </message>
</context>
<context>
    <name>PublishBar</name>
    <message>
        <source>Keep the draft</source>
        <translation>Lưu nháp</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Publish revision {number} {from_day}</source>
        <translation>Công bố bản {number} {from_day}</translation>
    </message>
    <message>
        <source>Everything that was changed since the last revision will be gone.</source>
        <translation>Mọi thay đổi so với bản công bố gần nhất sẽ mất.</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>Quay lại bản nháp</translation>
    </message>
    <message>
        <source>What was published…</source>
        <translation>Các bản đã công bố…</translation>
    </message>
</context>
<context>
    <name>QueueBox</name>
    <message>
        <source>More jobs that wait: {count}</source>
        <translation>Còn chờ in: {count}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Made on {day}, in place of every earlier code. An earlier one still opens copies that were carried away before: destroy its paper.</source>
        <translation>Lập ngày {day}, thay cho mọi mã trước đó. Mã trước vẫn mở được các bản sao đã mang đi từ trước: hãy huỷ tờ giấy cũ.</translation>
    </message>
    <message>
        <source>With it the shop’s file and its backups open on another PC, when this one is gone.</source>
        <translation>Có mã này thì mở được tệp của quán và các bản sao lưu trên máy khác, khi máy này không còn.</translation>
    </message>
    <message>
        <source>On the new PC: install LoyalPOS, choose “Bring a backup back”, choose the folder with the backups, and type these 24 digits. Blanks do not matter; a wrong digit is noticed.</source>
        <translation>Trên máy mới: cài LoyalPOS, chọn “Khôi phục bản sao lưu”, chọn thư mục có bản sao lưu, rồi gõ 24 chữ số này. Có khoảng trắng hay không cũng được; gõ sai một số sẽ được báo.</translation>
    </message>
    <message>
        <source>Keep this paper outside the shop, as you would keep money. Whoever has it and a backup can read everything. LoyalPOS keeps the code nowhere, and nobody can guess it ({bits} bits).</source>
        <translation>Cất tờ giấy này ở ngoài quán, như cất tiền. Ai có nó cùng một bản sao lưu thì đọc được hết. LoyalPOS không lưu mã ở đâu, và không ai đoán được ({bits} bit).</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
</context>
<context>
    <name>ReferralPanel</name>
    <message>
        <source>Bringing friends</source>
        <translation>Giới thiệu bạn</translation>
    </message>
    <message>
        <source>For who brings a friend</source>
        <translation>Quà cho người giới thiệu</translation>
    </message>
    <message>
        <source>For the friend</source>
        <translation>Quà cho bạn mới</translation>
    </message>
    <message>
        <source>From which bill on</source>
        <translation>Từ hoá đơn bao nhiêu</translation>
    </message>
    <message>
        <source>any bill</source>
        <translation>bất kỳ</translation>
    </message>
    <message>
        <source>Friends a month at most</source>
        <translation>Số bạn nhiều nhất mỗi tháng</translation>
    </message>
    <message>
        <source>any number of</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>Bring a friend: who brings one gets {referrer} the friend {friend} after the first purchase</source>
        <translation>Giới thiệu bạn: người giới thiệu {referrer} bạn mới {friend} sau lần mua đầu</translation>
    </message>
    <message>
        <source>It counts from a bill of {minimum} for {most} friends a month</source>
        <translation>Tính từ hoá đơn {minimum} và mỗi tháng tối đa {most} bạn</translation>
    </message>
    <message>
        <source>Add a gift for bringing friends</source>
        <translation>Thêm quà giới thiệu bạn</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xoá</translation>
    </message>
</context>
<context>
    <name>RenewalsPanel</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Thẻ hội viên</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Memberships that end soon</source>
        <translation>Thẻ hội viên sắp hết hạn</translation>
    </message>
    <message>
        <source>No membership ends in the days in which customers are told</source>
        <translation>Chưa có thẻ hội viên nào sắp hết hạn để nhắc khách.</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Write down who asks</source>
        <translation>Ghi ai yêu cầu</translation>
    </message>
    <message>
        <source>A customer asks for something</source>
        <translation>Khách có yêu cầu</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Yêu cầu gì</translation>
    </message>
    <message>
        <source>Day it was asked</source>
        <translation>Ngày yêu cầu</translation>
    </message>
    <message>
        <source>{kind}, asked {day}</source>
        <translation>{kind}, yêu cầu {day}</translation>
    </message>
    <message>
        <source>Who asks: name or last digits of the phone</source>
        <translation>Ai yêu cầu: tên hoặc số cuối điện thoại</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>Thành viên tìm thấy</translation>
    </message>
    <message>
        <source>What they said (may stay empty)</source>
        <translation>Khách nói gì (có thể để trống)</translation>
    </message>
    <message>
        <source>A partner or another firm has the data too (20 days)</source>
        <translation>Đối tác hoặc bên khác cũng giữ dữ liệu (20 ngày)</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Ghi lại</translation>
    </message>
</context>
<context>
    <name>RequestsPanel</name>
    <message>
        <source>Received</source>
        <translation>Nhận ngày</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Việc tiếp theo</translation>
    </message>
    <message>
        <source>refused {day}</source>
        <translation>từ chối {day}</translation>
    </message>
    <message>
        <source>done {day}</source>
        <translation>xong {day}</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>trả lời trước hết {day}</translation>
    </message>
    <message>
        <source>done by {day}</source>
        <translation>làm xong trước hết {day}</translation>
    </message>
    <message>
        <source>late: answer by {day}</source>
        <translation>trễ: trả lời trước hết {day}</translation>
    </message>
    <message>
        <source>late: by {day}</source>
        <translation>trễ: hạn {day}</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>answered {day}</source>
        <translation>đã trả lời {day}</translation>
    </message>
    <message>
        <source>What customers ask for</source>
        <translation>Yêu cầu của khách</translation>
    </message>
    <message>
        <source>Nobody has asked for anything: what a customer asks is written below</source>
        <translation>Chưa ai yêu cầu gì: khách yêu cầu thì ghi ở dưới</translation>
    </message>
    <message>
        <source>Reason, where it is refused or takes longer</source>
        <translation>Lý do, khi từ chối hoặc cần thêm ngày</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>15 days more</source>
        <translation>Thêm 15 ngày</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Copy an answer (Vietnamese)</source>
        <translation>Chép thư trả lời (tiếng Việt)</translation>
    </message>
    <message>
        <source>Copy an answer (English)</source>
        <translation>Chép thư trả lời (tiếng Anh)</translation>
    </message>
</context>
<context>
    <name>RetentionDesk</name>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>Making customers nameless:</source>
        <translation>Đang ẩn danh khách:</translation>
    </message>
    <message numerus="yes">
        <source>%n customers were made nameless before that.</source>
        <translation>
            <numerusform>Trước đó %n khách đã được ẩn danh.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message numerus="yes">
        <source>%n customers are nameless now. The books stay.</source>
        <translation>
            <numerusform>%n khách đã được ẩn danh. Sổ sách vẫn giữ nguyên.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>RetentionPanel</name>
    <message numerus="yes">
        <source>%n customers are made nameless for good and lose {points} points. Their bills stay in the books. Nobody can undo this.</source>
        <translation>
            <numerusform>%n khách sẽ được ẩn danh vĩnh viễn và mất {points} điểm. Hoá đơn của họ vẫn còn trong sổ. Không ai hoàn tác được việc này.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n customers nameless</source>
        <translation>
            <numerusform>Ẩn danh %n khách</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers are due</source>
        <translation>
            <numerusform>%n khách đã đến hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more within the days of notice</source>
        <translation>
            <numerusform>%n khách nữa trong những ngày báo trước</numerusform>
        </translation>
    </message>
    <message>
        <source>those who are due have {points} points</source>
        <translation>khách đến hạn còn {points} điểm</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Lần đến cuối</translation>
    </message>
    <message>
        <source>Points lost</source>
        <translation>Điểm sẽ mất</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Từ ngày</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Và %n khách nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa lần nào</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách không tên</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ngay bây giờ</translation>
    </message>
    <message>
        <source>Customers who stayed away</source>
        <translation>Khách vắng lâu</translation>
    </message>
    <message>
        <source>Months without a visit</source>
        <translation>Số tháng không đến</translation>
    </message>
    <message>
        <source>Days of notice</source>
        <translation>Số ngày báo trước</translation>
    </message>
    <message>
        <source>Who does not come for {months} months is made nameless (0: never), and is listed {days} days before</source>
        <translation>Khách không đến {months} tháng thì được ẩn danh (0: không bao giờ), và được liệt kê trước {days} ngày</translation>
    </message>
    <message>
        <source>Do it without asking when the day is closed</source>
        <translation>Tự làm khi đóng ngày, không hỏi lại</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Nobody has stayed away that long</source>
        <translation>Chưa có khách nào vắng lâu như vậy</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>This page is the owner’s</source>
        <translation>Trang này dành cho chủ quán</translation>
    </message>
    <message>
        <source>What stands out and the journal of who did what are for the owner to see. The owner types their PIN here; then it shows until this page is left.</source>
        <translation>Những điều khác thường và nhật ký ai đã làm gì chỉ chủ quán được xem. Chủ quán nhập mã PIN ngay tại đây thì trang hiện ra, đến khi rời trang.</translation>
    </message>
    <message>
        <source>Let the owner type their PIN</source>
        <translation>Mời chủ quán nhập mã PIN</translation>
    </message>
    <message>
        <source>{name} agreed: until this page is left</source>
        <translation>{name} đồng ý cho xem đến khi rời trang</translation>
    </message>
</context>
<context>
    <name>RevisionRow</name>
    <message>
        <source>Revision {number}</source>
        <translation>Bản {number}</translation>
    </message>
    <message>
        <source>runs today</source>
        <translation>đang chạy</translation>
    </message>
    <message>
        <source>never ran</source>
        <translation>chưa từng chạy</translation>
    </message>
    <message>
        <source>comes</source>
        <translation>sắp chạy</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} đến {last}</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>từ {first}</translation>
    </message>
    <message>
        <source>published {moment}</source>
        <translation>công bố lúc {moment}</translation>
    </message>
    <message>
        <source>the same as revision {number}</source>
        <translation>giống bản {number}</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Đã đổi gì</translation>
    </message>
    <message>
        <source>Publish it again…</source>
        <translation>Công bố lại…</translation>
    </message>
    <message>
        <source>on {day} only</source>
        <translation>chỉ ngày {day}</translation>
    </message>
</context>
<context>
    <name>RewardAsked</name>
    <message>
        <source>Set a limit</source>
        <translation>Đặt giới hạn</translation>
    </message>
    <message>
        <source>Drop the limit</source>
        <translation>Bỏ giới hạn</translation>
    </message>
</context>
<context>
    <name>RewardExtras</name>
    <message>
        <source>how many a day</source>
        <translation>số phần mỗi ngày</translation>
    </message>
    <message>
        <source>bills before the first time</source>
        <translation>số hoá đơn trước lần đầu</translation>
    </message>
    <message>
        <source>points that must stay</source>
        <translation>số điểm phải còn lại</translation>
    </message>
    <message>
        <source>what it costs the shop</source>
        <translation>giá vốn của quán</translation>
    </message>
    <message>
        <source>other prices for tiers</source>
        <translation>giá riêng cho từng hạng</translation>
    </message>
    <message>
        <source>not offered for points</source>
        <translation>không đổi bằng điểm</translation>
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
        <source>Fewest points that may pay</source>
        <translation>Số điểm ít nhất mỗi lần trả</translation>
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
        <translation>đổi {points} cho hoá đơn từ {minimum} – số còn lại: {stock}</translation>
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
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>How many tickets</source>
        <translation>Số vé</translation>
    </message>
    <message>
        <source>What it brings</source>
        <translation>Nhận được gì</translation>
    </message>
    <message>
        <source>each {points} pay {value}, from {least} on, of at most {rate} of bills from {minimum} up</source>
        <translation>mỗi {points} trả {value} khi dùng từ {least} trở lên, tối đa {rate} của hoá đơn từ {minimum}</translation>
    </message>
    <message>
        <source>done for {points} on bills from {minimum} up</source>
        <translation>đổi {points} được làm một lần cho hoá đơn từ {minimum}</translation>
    </message>
    <message>
        <source>{points} bring the voucher {target} on bills from {minimum} up</source>
        <translation>{points} đổi phiếu {target} cho hoá đơn từ {minimum}</translation>
    </message>
    <message>
        <source>{points} bring {tickets} of the draw {target} on bills from {minimum} up</source>
        <translation>{points} đổi {tickets} của đợt rút thăm {target} cho hoá đơn từ {minimum}</translation>
    </message>
    <message>
        <source>{points} go to {target} on bills from {minimum} up</source>
        <translation>{points} góp cho {target} cho hoá đơn từ {minimum}</translation>
    </message>
    <message>
        <source>{points} bring a code for {target} on bills from {minimum} up</source>
        <translation>{points} đổi mã dùng ở {target} cho hoá đơn từ {minimum}</translation>
    </message>
    <message>
        <source>One free service</source>
        <translation>Một lần làm miễn phí</translation>
    </message>
    <message>
        <source>A voucher for the next visit</source>
        <translation>Phiếu cho lần sau</translation>
    </message>
    <message>
        <source>Tickets for the draw</source>
        <translation>Vé rút thăm</translation>
    </message>
    <message>
        <source>Give points to a good cause</source>
        <translation>Góp điểm cho việc thiện</translation>
    </message>
    <message>
        <source>A perk at our partner’s</source>
        <translation>Ưu đãi ở đối tác</translation>
    </message>
    <message>
        <source>What it still costs</source>
        <translation>Khách còn trả</translation>
    </message>
    <message>
        <source>Code of the item</source>
        <translation>Mã món</translation>
    </message>
    <message>
        <source>item code</source>
        <translation>mã món</translation>
    </message>
    <message>
        <source>for {points} one {item} costs {price} on bills from {minimum} up</source>
        <translation>đổi {points} được mua {item} giá {price} cho hoá đơn từ {minimum}</translation>
    </message>
    <message>
        <source>One item for less</source>
        <translation>Món giá ưu đãi</translation>
    </message>
</context>
<context>
    <name>RewardTile</name>
    <message>
        <source>How many there are</source>
        <translation>Số lượng còn</translation>
    </message>
    <message>
        <source>There are {left}</source>
        <translation>Còn {left}</translation>
    </message>
    <message>
        <source>Photo of {reward}</source>
        <translation>Ảnh của {reward}</translation>
    </message>
    <message>
        <source>No photo of {reward}</source>
        <translation>{reward} chưa có ảnh</translation>
    </message>
    <message>
        <source>Another photo…</source>
        <translation>Đổi ảnh…</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Bỏ ảnh</translation>
    </message>
</context>
<context>
    <name>RewardsPage</name>
    <message>
        <source>Days after which a reward lies still</source>
        <translation>Số ngày không ai đổi</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} ngày</translation>
    </message>
    <message>
        <source>Point out what nobody has taken for {days}</source>
        <translation>Nhắc phần thưởng không ai đổi trong {days}</translation>
    </message>
    <message>
        <source>There are no rewards yet. They are made on the program&apos;s page.</source>
        <translation>Chưa có phần thưởng nào. Thêm phần thưởng ở trang Chương trình.</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)</source>
        <translation>Ảnh (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>in 90 days rewards cost {amount}, {percent} of what members bought</source>
        <translation>90 ngày qua phần thưởng tốn {amount}, bằng {percent} doanh thu từ thành viên</translation>
    </message>
    <message>
        <source>{said}; the cost of {count} more is not written down</source>
        <translation>{said}; {count} lần chưa ghi giá vốn</translation>
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
        <translation>Chưa có phần thưởng nào – thêm một phần thưởng để khách có lý do quay lại</translation>
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
    <message>
        <source>Service</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Phiếu lần sau</translation>
    </message>
    <message>
        <source>Draw tickets</source>
        <translation>Vé rút thăm</translation>
    </message>
    <message>
        <source>For a good cause</source>
        <translation>Góp việc thiện</translation>
    </message>
    <message>
        <source>Partner’s perk</source>
        <translation>Ưu đãi đối tác</translation>
    </message>
    <message>
        <source>Item for less</source>
        <translation>Món giá ưu đãi</translation>
    </message>
</context>
<context>
    <name>RoundingExtra</name>
    <message>
        <source>Rounding of this rule</source>
        <translation>Cách làm tròn của luật này</translation>
    </message>
    <message>
        <source>its own points are rounded {rounding}</source>
        <translation>điểm của luật này làm tròn {rounding}</translation>
    </message>
</context>
<context>
    <name>RowReview</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>{first} – {last} of {count}</source>
        <translation>{first} – {last} / {count}</translation>
    </message>
    <message>
        <source>Row {number}: {outcome}</source>
        <translation>Dòng {number}: {outcome}</translation>
    </message>
    <message>
        <source>What becomes of each row</source>
        <translation>Kết quả từng dòng</translation>
    </message>
    <message>
        <source>Only rows to look at</source>
        <translation>Chỉ những dòng cần xem</translation>
    </message>
    <message>
        <source>Earlier rows</source>
        <translation>Dòng trước</translation>
    </message>
    <message>
        <source>Later rows</source>
        <translation>Dòng sau</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Tệp khác</translation>
    </message>
    <message>
        <source>Save the rows that do not come in…</source>
        <translation>Lưu các dòng không nhập…</translation>
    </message>
</context>
<context>
    <name>RuleButtons</name>
    <message>
        <source>Set a limit</source>
        <translation>Đặt giới hạn</translation>
    </message>
    <message>
        <source>Drop the limit</source>
        <translation>Bỏ giới hạn</translation>
    </message>
    <message>
        <source>One step more</source>
        <translation>Thêm một bậc</translation>
    </message>
    <message>
        <source>One step less</source>
        <translation>Bớt một bậc</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Chuyển lên</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Chuyển xuống</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Xoá luật</translation>
    </message>
</context>
<context>
    <name>RuleExtras</name>
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
        <source>a name of its own</source>
        <translation>tên riêng</translation>
    </message>
    <message>
        <source>items that do not count</source>
        <translation>món không tính</translation>
    </message>
    <message>
        <source>another amount that counts</source>
        <translation>cách tính tiền riêng</translation>
    </message>
    <message>
        <source>rounding of its own</source>
        <translation>cách làm tròn riêng</translation>
    </message>
    <message>
        <source>only the points of certain rules</source>
        <translation>chỉ nhân điểm của một số luật</translation>
    </message>
    <message>
        <source>what happens when several rules apply</source>
        <translation>khi trùng nhiều luật</translation>
    </message>
    <message>
        <source>the program it belongs to</source>
        <translation>thuộc chương trình nào</translation>
    </message>
    <message>
        <source>the budget it is paid from</source>
        <translation>chi từ ngân sách nào</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>Each {per_vnd} gives {points} rounded {rounding}</source>
        <translation>Mỗi {per_vnd} được {points} làm tròn {rounding}</translation>
    </message>
    <message>
        <source>Each {per_vnd} gives {points} more</source>
        <translation>Mỗi {per_vnd} được thêm {points}</translation>
    </message>
    <message>
        <source>Each bill gives {points}</source>
        <translation>Mỗi hoá đơn được {points}</translation>
    </message>
    <message>
        <source>Each {per_quantity} of {what} {names} gives {points}</source>
        <translation>Cứ {per_quantity} {what} {names} được {points}</translation>
    </message>
    <message>
        <source>{what} {names} points multiplied {rate_bp}</source>
        <translation>{what} {names} nhân {rate_bp}</translation>
    </message>
    <message>
        <source>Bonus of {points}</source>
        <translation>Thưởng thêm {points}</translation>
    </message>
    <message>
        <source>{stamps} on {named} for each {per_quantity} of {what} {names}</source>
        <translation>{stamps} vào thẻ {named} cho mỗi {per_quantity} {what} {names}</translation>
    </message>
    <message>
        <source>{tickets} for {named} for each {per_vnd}</source>
        <translation>{tickets} rút thăm {named} cho mỗi {per_vnd}</translation>
    </message>
    <message>
        <source>Gives the voucher {named}</source>
        <translation>Tặng phiếu {named}</translation>
    </message>
    <message>
        <source>A rule of another kind</source>
        <translation>Một luật thuộc loại khác</translation>
    </message>
    <message>
        <source>bills from {amount} give {points}</source>
        <translation>hoá đơn từ {amount} được {points}</translation>
    </message>
    <message>
        <source>A rule without steps</source>
        <translation>Luật chưa có bậc nào</translation>
    </message>
    <message>
        <source>bill</source>
        <translation>hoá đơn</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Cái nào</translation>
    </message>
    <message>
        <source>Amount that gives points</source>
        <translation>Số tiền được tính điểm</translation>
    </message>
    <message>
        <source>Points for it</source>
        <translation>Số điểm nhận được</translation>
    </message>
    <message>
        <source>Least bill that gives points</source>
        <translation>Hoá đơn thấp nhất được cộng điểm</translation>
    </message>
    <message>
        <source>Where the step begins</source>
        <translation>Bậc bắt đầu từ</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>Nhân mấy lần</translation>
    </message>
    <message>
        <source>How many it gives</source>
        <translation>Được bao nhiêu</translation>
    </message>
    <message>
        <source>How many it takes</source>
        <translation>Cần bao nhiêu</translation>
    </message>
</context>
<context>
    <name>RuleKinds</name>
    <message>
        <source>Points for money spent</source>
        <translation>Điểm theo số tiền</translation>
    </message>
    <message>
        <source>Points for each visit</source>
        <translation>Điểm cho mỗi lần ghé</translation>
    </message>
    <message>
        <source>Points by steps of the bill</source>
        <translation>Điểm theo bậc hoá đơn</translation>
    </message>
    <message>
        <source>Points for certain items</source>
        <translation>Điểm theo món</translation>
    </message>
    <message>
        <source>Points multiplied</source>
        <translation>Nhân điểm</translation>
    </message>
    <message>
        <source>Points multiplied for birthdays</source>
        <translation>Nhân điểm tháng sinh nhật</translation>
    </message>
    <message>
        <source>Bonus points on top</source>
        <translation>Điểm thưởng thêm</translation>
    </message>
    <message>
        <source>Stamps on a card</source>
        <translation>Tem vào thẻ</translation>
    </message>
    <message>
        <source>Tickets for a draw</source>
        <translation>Vé rút thăm</translation>
    </message>
    <message>
        <source>A voucher for the next visit</source>
        <translation>Phiếu cho lần sau</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>on bills from {minimum_vnd} up, for {what} {names}</source>
        <translation>cho hoá đơn từ {minimum_vnd} trở lên, tính {what} {names}</translation>
    </message>
    <message>
        <source>on bills from {minimum_vnd} up</source>
        <translation>cho hoá đơn từ {minimum_vnd} trở lên</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Type at least one name</source>
        <translation>Hãy nhập ít nhất một tên</translation>
    </message>
</context>
<context>
    <name>RunQuestion</name>
    <message>
        <source>Cards of members: {count}</source>
        <translation>Thẻ thành viên: {count}</translation>
    </message>
    <message>
        <source>Batch {batch}, number of cards: {count}</source>
        <translation>Lô {batch}, số thẻ: {count}</translation>
    </message>
    <message>
        <source>Type a number from 1 to {most}</source>
        <translation>Gõ một số từ 1 đến {most}</translation>
    </message>
    <message>
        <source>All came out well</source>
        <translation>In đẹp cả</translation>
    </message>
    <message>
        <source>Again from one card on…</source>
        <translation>In lại từ thẻ số…</translation>
    </message>
    <message>
        <source>Nothing came out</source>
        <translation>Không in ra thẻ nào</translation>
    </message>
    <message>
        <source>Again from card</source>
        <translation>In lại từ thẻ số</translation>
    </message>
    <message>
        <source>The first card that is missing or bad</source>
        <translation>Thẻ đầu tiên bị thiếu hoặc in xấu</translation>
    </message>
    <message>
        <source>Print from there on</source>
        <translation>In lại từ đó</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>{what}, sent {time}: {good} came out well. Print some of them again?</source>
        <translation>{what}, gửi lúc {time}: {good} thẻ in đẹp. In lại một phần?</translation>
    </message>
    <message>
        <source>{what}, sent to the printer {time}. Did they come out well?</source>
        <translation>{what}, gửi tới máy in lúc {time}. Thẻ in ra có đẹp không?</translation>
    </message>
    <message>
        <source>{what}, written to a file {time}. Were they printed well?</source>
        <translation>{what}, ghi ra tệp lúc {time}. Thẻ in ra có đẹp không?</translation>
    </message>
    <message>
        <source>Besides, {count} wait for an answer.</source>
        <translation>Còn {count} lần in nữa chờ trả lời.</translation>
    </message>
</context>
<context>
    <name>RunsDesk</name>
    <message>
        <source>{what}, from card {first} on</source>
        <translation>{what}, từ thẻ số {first}</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Số thẻ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc nào</translation>
    </message>
    <message>
        <source>Came out well</source>
        <translation>In đẹp</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Thành viên</translation>
    </message>
    <message>
        <source>Batch {number}</source>
        <translation>Lô {number}</translation>
    </message>
    <message>
        <source>Printed lately</source>
        <translation>Mới in gần đây</translation>
    </message>
    <message>
        <source>Open a row to print it again from one of its cards on.</source>
        <translation>Mở một dòng để in lại từ một thẻ trở đi.</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Xong: {what}</translation>
    </message>
    <message>
        <source>Stopped: {what}</source>
        <translation>Đã dừng: {what}</translation>
    </message>
    <message>
        <source>Not done: {what} – {why}</source>
        <translation>Chưa in được: {what} – {why}</translation>
    </message>
</context>
<context>
    <name>SecondFolderDesk</name>
    <message>
        <source>Second folder for backups</source>
        <translation>Thư mục thứ hai cho bản sao lưu</translation>
    </message>
</context>
<context>
    <name>SecondFolderPanel</name>
    <message>
        <source>Second folder</source>
        <translation>Thư mục thứ hai</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Chọn thư mục khác…</translation>
    </message>
    <message>
        <source>No second folder</source>
        <translation>Bỏ thư mục thứ hai</translation>
    </message>
    <message>
        <source>Copying the backups…</source>
        <translation>Đang chép các bản sao lưu…</translation>
    </message>
    <message>
        <source>A PC that is stolen or burns takes its backups with it. Choose a folder on a USB stick, on another PC or in a cloud folder: every backup is copied there, too.</source>
        <translation>Máy bị trộm hay bị cháy thì mất luôn các bản sao lưu trong đó. Hãy chọn một thư mục trên USB, trên máy khác hoặc thư mục đám mây: mọi bản sao lưu đều được chép thêm vào đó.</translation>
    </message>
    <message>
        <source>{path} takes no copies – look whether it is full or may not be written.</source>
        <translation>{path} không nhận bản sao – xem có bị đầy hoặc không cho ghi không.</translation>
    </message>
    <message>
        <source>{path} is away since {time}. What is missing is copied as soon as it is back.</source>
        <translation>Không thấy {path} từ {time}. Khi có lại, máy sẽ chép ngay những bản còn thiếu.</translation>
    </message>
    <message>
        <source>Every backup is copied to {path}, and checked there.</source>
        <translation>Mọi bản sao lưu đều được chép vào {path} và kiểm tra lại ở đó.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>The shop&apos;s particulars are saved</source>
        <translation>Đã lưu thông tin quán</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>Type the shop&apos;s name – it stands on every card</source>
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
        <source>The counter types which items are in a bill, for rules by item</source>
        <translation>Quầy gõ từng món trong hoá đơn, cho các luật theo món</translation>
    </message>
    <message>
        <source>Who joins is always asked how they heard of the shop</source>
        <translation>Hỏi mọi khách mới biết quán từ đâu</translation>
    </message>
    <message>
        <source>Save the shop&apos;s particulars</source>
        <translation>Lưu thông tin quán</translation>
    </message>
    <message>
        <source>For customers to scan: a link, Zalo or phone (empty: the phone above)</source>
        <translation>Cho khách quét: đường dẫn, Zalo hoặc điện thoại (để trống: số ở trên)</translation>
    </message>
    <message>
        <source>The counter reminds of this at every bill, with commas between (empty: of nothing)</source>
        <translation>Quầy nhắc những việc này ở mỗi hoá đơn, cách nhau bằng dấu phẩy (để trống: không nhắc)</translation>
    </message>
    <message>
        <source>ask for the card, offer one thing more</source>
        <translation>hỏi thẻ, mời thêm món</translation>
    </message>
    <message>
        <source>At most {count} reminders of {letters} letters each</source>
        <translation>Nhiều nhất {count} việc, mỗi việc {letters} chữ cái</translation>
    </message>
</context>
<context>
    <name>SideDesk</name>
    <message>
        <source>Copied</source>
        <translation>Đã chép</translation>
    </message>
    <message>
        <source>Writing the poster</source>
        <translation>Đang ghi áp phích</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>áp phích</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>{partner}: {code} was redeemed on {day}</source>
        <translation>{partner}: mã {code} đã dùng ngày {day}</translation>
    </message>
    <message>
        <source>Writing the settlements</source>
        <translation>Đang ghi bảng quyết toán</translation>
    </message>
</context>
<context>
    <name>SideRow</name>
    <message>
        <source>Remove</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>the shop&apos;s own program</source>
        <translation>chương trình chung của quán</translation>
    </message>
    <message>
        <source>Day, month and year, please, for example 10/02/2027</source>
        <translation>Gõ đủ ngày, tháng, năm, ví dụ 10/02/2027</translation>
    </message>
</context>
<context>
    <name>SlipPanel</name>
    <message>
        <source>Slips</source>
        <translation>Phiếu tích điểm</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Máy in hoá đơn</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>In khi nào</translation>
    </message>
    <message>
        <source>Language of the slips</source>
        <translation>Ngôn ngữ trên phiếu</translation>
    </message>
    <message>
        <source>It cuts the paper</source>
        <translation>Máy có dao cắt giấy</translation>
    </message>
    <message>
        <source>With the code of the member&apos;s card</source>
        <translation>Kèm mã thẻ của thành viên</translation>
    </message>
    <message>
        <source>With the program in few lines</source>
        <translation>Kèm vài dòng về chương trình</translation>
    </message>
    <message>
        <source>Print a test slip</source>
        <translation>In thử một phiếu</translation>
    </message>
    <message>
        <source>Terms at the end of every slip, e.g. of returns</source>
        <translation>Quy định ở cuối mỗi phiếu, ví dụ về đổi trả</translation>
    </message>
    <message>
        <source>Greeting at the end of every slip</source>
        <translation>Lời chào ở cuối mỗi phiếu</translation>
    </message>
    <message>
        <source>Save these words</source>
        <translation>Lưu lời in trên phiếu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>Cổng USB</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Cổng nối tiếp</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>Tệp thiết bị</translation>
    </message>
    <message>
        <source>Windows printer</source>
        <translation>Máy in của Windows</translation>
    </message>
    <message>
        <source>{width} mm wide</source>
        <translation>rộng {width} mm</translation>
    </message>
    <message>
        <source>after every bill of a member</source>
        <translation>sau mỗi hoá đơn của thành viên</translation>
    </message>
    <message>
        <source>only when asked (Ctrl+P)</source>
        <translation>chỉ khi bấm Ctrl+P</translation>
    </message>
    <message>
        <source>Like the screen</source>
        <translation>Như màn hình</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>e.g. 192.168.1.50; another port than 9100 behind a colon</source>
        <translation>ví dụ 192.168.1.50; nếu cổng khác 9100 thì ghi sau dấu hai chấm</translation>
    </message>
    <message>
        <source>Number of the device</source>
        <translation>Mã số thiết bị</translation>
    </message>
    <message>
        <source>vendor:product, e.g. 04b8:0e15, as the system lists it</source>
        <translation>hãng:loại, ví dụ 04b8:0e15, như hệ thống liệt kê</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>e.g. COM3 or /dev/ttyUSB0; another speed than 9600 behind a colon</source>
        <translation>ví dụ COM3 hoặc /dev/ttyUSB0; nếu tốc độ khác 9600 thì ghi sau dấu hai chấm</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Đường dẫn</translation>
    </message>
    <message>
        <source>e.g. /dev/usb/lp0</source>
        <translation>ví dụ /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation>Tên máy in</translation>
    </message>
    <message>
        <source>as Windows calls it</source>
        <translation>như tên trong Windows</translation>
    </message>
    <message>
        <source>Without a printer Ctrl+P at the counter shows the slip on the screen.</source>
        <translation>Chưa có máy in thì bấm Ctrl+P ở quầy sẽ hiện phiếu trên màn hình.</translation>
    </message>
    <message>
        <source>Hide the pictures</source>
        <translation>Ẩn hình phiếu</translation>
    </message>
    <message>
        <source>Show how slips look</source>
        <translation>Xem trước phiếu</translation>
    </message>
</context>
<context>
    <name>SlipPreview</name>
    <message>
        <source>On {width} mm paper</source>
        <translation>Trên giấy {width} mm</translation>
    </message>
</context>
<context>
    <name>SlipTrials</name>
    <message>
        <source>The test slip is on its way to the printer</source>
        <translation>Phiếu in thử đang được gửi tới máy in</translation>
    </message>
    <message>
        <source>Is every letter sharp, and is the paper cut below the last line?</source>
        <translation>Chữ có rõ không, giấy có cắt dưới dòng cuối không?</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>One person works here without a PIN: nothing is asked. With the owner&apos;s PIN it is: add yourself first, as owner, then whoever else works here.</source>
        <translation>Một người bán, không mã PIN: máy không hỏi gì. Khi chủ quán có mã PIN, máy sẽ hỏi ai đang đứng quầy: thêm mình trước, là chủ quán, rồi đến những người khác.</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Ai làm ở quán</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Works here as {role}</source>
        <translation>Làm ở quán với vai trò {role}</translation>
    </message>
    <message>
        <source>No card of their own</source>
        <translation>Bỏ thẻ riêng</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Open the locked PIN</source>
        <translation>Mở mã PIN bị khoá</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>Bỏ mã PIN</translation>
    </message>
    <message>
        <source>Works here no more</source>
        <translation>Đã nghỉ việc</translation>
    </message>
    <message>
        <source>Stop the PIN that was asked for</source>
        <translation>Chặn mã PIN đã xin</translation>
    </message>
    <message>
        <source>Works here no more…</source>
        <translation>Đã nghỉ việc…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Own card</source>
        <translation>Thẻ riêng</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>đã nối</translation>
    </message>
    <message>
        <source>none</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>new one wanted from {at}</source>
        <translation>đang xin mã mới, từ {at}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bị khoá</translation>
    </message>
    <message>
        <source>set</source>
        <translation>đã đặt</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Người mới</translation>
    </message>
    <message>
        <source>Another PIN, six digits (empty: as it is)</source>
        <translation>Mã PIN khác, sáu chữ số (để trống: giữ nguyên)</translation>
    </message>
    <message>
        <source>PIN, six digits</source>
        <translation>Mã PIN, sáu chữ số</translation>
    </message>
    <message>
        <source>Scan their member card here to link it: then it says who comes.</source>
        <translation>Quét thẻ thành viên của người này để nối: khi đó thẻ cho biết ai đến quầy.</translation>
    </message>
    <message>
        <source>Own card: {name}</source>
        <translation>Thẻ riêng: {name}</translation>
    </message>
    <message>
        <source>This card is no member&apos;s: let them join at the counter first</source>
        <translation>Thẻ này chưa của thành viên nào: đăng ký ở quầy trước đã</translation>
    </message>
    <message>
        <source>{name} works here no more: the PIN is forgotten, the records keep the name. Whoever comes back is added anew.</source>
        <translation>{name} nghỉ việc: mã PIN bị xoá, tên vẫn còn trong sổ. Ai quay lại làm thì thêm mới.</translation>
    </message>
    <message>
        <source>The staff is saved</source>
        <translation>Đã lưu nhân viên</translation>
    </message>
    <message>
        <source>The PIN once more</source>
        <translation>Gõ lại mã PIN</translation>
    </message>
    <message>
        <source>The two PINs are not the same – type both once more</source>
        <translation>Hai mã PIN không giống nhau – hãy gõ lại cả hai</translation>
    </message>
</context>
<context>
    <name>StaffRulesPanel</name>
    <message>
        <source>What needs a manager</source>
        <translation>Việc cần quản lý</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>any</source>
        <translation>bất kỳ</translation>
    </message>
    <message>
        <source>only with somebody else&apos;s PIN</source>
        <translation>khi có mã PIN của người khác</translation>
    </message>
    <message>
        <source>alone, with a mark in the books</source>
        <translation>tự mình, có đánh dấu trong sổ</translation>
    </message>
    <message>
        <source>Minutes until the till locks itself</source>
        <translation>Số phút trước khi quầy tự khoá</translation>
    </message>
    <message>
        <source>Points redeemed at once without a manager</source>
        <translation>Số điểm được đổi một lần không cần quản lý</translation>
    </message>
    <message>
        <source>Days a bill is taken back without a manager</source>
        <translation>Số ngày được nhận trả hoá đơn không cần quản lý</translation>
    </message>
    <message>
        <source>Earning on one&apos;s own card</source>
        <translation>Tích điểm vào thẻ của chính mình</translation>
    </message>
    <message>
        <source>The till asks who is there after {minutes} minutes without a key</source>
        <translation>Sau {minutes} phút không ai bấm phím, máy hỏi ai đang đứng quầy</translation>
    </message>
    <message>
        <source>Up to {points} points are redeemed at once without a manager</source>
        <translation>Đổi một lần tối đa {points} điểm không cần quản lý</translation>
    </message>
    <message>
        <source>Bills are taken back without a manager for {days} days</source>
        <translation>Nhận trả hoá đơn trong {days} ngày không cần quản lý</translation>
    </message>
    <message>
        <source>Staff earn on their own card {bills}</source>
        <translation>Nhân viên tích điểm vào thẻ của mình {bills}</translation>
    </message>
</context>
<context>
    <name>StampCardsPanel</name>
    <message>
        <source>Buy 9, get 1</source>
        <translation>Mua 9 tặng 1</translation>
    </message>
    <message>
        <source>Stamp cards</source>
        <translation>Thẻ tích tem</translation>
    </message>
    <message>
        <source>Add a stamp card</source>
        <translation>Thêm thẻ tích tem</translation>
    </message>
    <message>
        <source>No stamp card – for “buy 9, get 1” add one here, and then a rule that gives stamps above</source>
        <translation>Chưa có thẻ tích tem – muốn “mua 9 tặng 1” thì thêm ở đây, rồi thêm luật tặng tem ở trên</translation>
    </message>
    <message>
        <source>{name}: {size} stamps bring {reward} in {plan} {remove}</source>
        <translation>{name} đủ {size} tem đổi {reward} thuộc {plan} {remove}</translation>
    </message>
    <message>
        <source>{name}: {size} stamps bring {reward} {remove}</source>
        <translation>{name} đủ {size} tem đổi {reward} {remove}</translation>
    </message>
    <message>
        <source>Name of the stamp card</source>
        <translation>Tên thẻ tích tem</translation>
    </message>
    <message>
        <source>Stamps of a full card</source>
        <translation>Số tem của một thẻ đầy</translation>
    </message>
    <message>
        <source>What a full card brings</source>
        <translation>Thẻ đầy được gì</translation>
    </message>
    <message>
        <source>In which program</source>
        <translation>Thuộc chương trình nào</translation>
    </message>
</context>
<context>
    <name>StartsField</name>
    <message>
        <source>Day, month and year, please, for example {day}</source>
        <translation>Gõ ngày, tháng, năm, ví dụ {day}</translation>
    </message>
    <message>
        <source>That day is over</source>
        <translation>Ngày đó đã qua</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>from today</source>
        <translation>từ hôm nay</translation>
    </message>
    <message>
        <source>from tomorrow</source>
        <translation>từ ngày mai</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>từ một ngày khác</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>Statement of {name}</source>
        <translation>Sao kê điểm của {name}</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Phone: {phone}</source>
        <translation>Điện thoại: {phone}</translation>
    </message>
    <message>
        <source>Member since {date}</source>
        <translation>Thành viên từ {date}</translation>
    </message>
    <message>
        <source>Can be spent now: {points}</source>
        <translation>Dùng được ngay: {points}</translation>
    </message>
    <message>
        <source>The next {points} make up for points that are owed</source>
        <translation>{points} tích tới sẽ bù vào số điểm còn nợ</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>Tính đến {time}</translation>
    </message>
    <message>
        <source>Statement of points</source>
        <translation>Sao kê điểm</translation>
    </message>
    <message>
        <source>Is something wrong? Show this paper at the counter: every line can be looked up.</source>
        <translation>Có gì chưa đúng? Mang tờ này đến quầy: dòng nào cũng tra lại được.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc nào</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Số dư</translation>
    </message>
    <message>
        <source>Every change of the balance, the oldest first</source>
        <translation>Mọi lần thay đổi, cũ nhất trước</translation>
    </message>
    <message>
        <source>No points yet.</source>
        <translation>Chưa có điểm nào.</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Tích ngày</translation>
    </message>
    <message>
        <source>Of these</source>
        <translation>Số điểm</translation>
    </message>
    <message>
        <source>Are left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hạn dùng</translation>
    </message>
    <message>
        <source>What is left, in the order in which it will be spent</source>
        <translation>Số điểm còn lại, theo thứ tự sẽ dùng</translation>
    </message>
    <message>
        <source>Nothing is left.</source>
        <translation>Không còn điểm nào.</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>không hết hạn</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>{tag} ({count})</source>
        <translation>{tag} ({count})</translation>
    </message>
    <message>
        <source>With any tag or none</source>
        <translation>Mọi khách, có nhãn hay không</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Số dư</translation>
    </message>
    <message>
        <source>✓ picked</source>
        <translation>✓ đã chọn</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Khách chưa có tên</translation>
    </message>
    <message>
        <source>Pick customers in the list with Enter, then say the tag.</source>
        <translation>Chọn khách trong danh sách bằng Enter, rồi ghi nhãn.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) picked</source>
        <translation>
            <numerusform>Đã chọn %Ln khách</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) with “{tag}” now</source>
        <translation>
            <numerusform>Đã gắn nhãn “{tag}” cho %Ln khách</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) without “{tag}” now</source>
        <translation>
            <numerusform>Đã gỡ nhãn “{tag}” của %Ln khách</numerusform>
        </translation>
    </message>
    <message>
        <source>Who wears a tag</source>
        <translation>Ai có nhãn</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Tìm thành viên</translation>
    </message>
    <message>
        <source>Name without marks, or last digits of the phone</source>
        <translation>Tên (không cần dấu) hoặc số cuối điện thoại</translation>
    </message>
    <message>
        <source>Members found</source>
        <translation>Thành viên tìm thấy</translation>
    </message>
    <message>
        <source>Pick all that are listed</source>
        <translation>Chọn hết danh sách</translation>
    </message>
    <message>
        <source>Pick nobody</source>
        <translation>Bỏ chọn hết</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>e.g. VIP</source>
        <translation>ví dụ: VIP</translation>
    </message>
    <message>
        <source>Put the tag on</source>
        <translation>Gắn nhãn</translation>
    </message>
    <message>
        <source>Take the tag off</source>
        <translation>Gỡ nhãn</translation>
    </message>
    <message>
        <source>Nobody is listed – look for another name or tag.</source>
        <translation>Không có ai – thử tên hoặc nhãn khác.</translation>
    </message>
</context>
<context>
    <name>TierExtras</name>
    <message>
        <source>perks</source>
        <translation>quyền lợi</translation>
    </message>
    <message>
        <source>a VIP package</source>
        <translation>gói VIP</translation>
    </message>
    <message>
        <source>a hotline on the card</source>
        <translation>đường dây nóng in trên thẻ</translation>
    </message>
</context>
<context>
    <name>TierPricesExtra</name>
    <message>
        <source>prices of tiers:</source>
        <translation>giá theo hạng:</translation>
    </message>
    <message>
        <source>no tier yet</source>
        <translation>chưa có hạng</translation>
    </message>
    <message>
        <source>Price for {tier}</source>
        <translation>Giá cho {tier}</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>như thường</translation>
    </message>
</context>
<context>
    <name>TierRow</name>
    <message>
        <source>visits</source>
        <translation>lần ghé</translation>
    </message>
    <message>
        <source>Name of the tier</source>
        <translation>Tên hạng</translation>
    </message>
    <message>
        <source>Where the tier begins</source>
        <translation>Hạng bắt đầu từ</translation>
    </message>
    <message>
        <source>How much more it earns</source>
        <translation>Được thêm bao nhiêu</translation>
    </message>
    <message>
        <source>Points once, when it is reached</source>
        <translation>Điểm tặng một lần khi lên hạng</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>{chip} from {threshold} + {extra} points {more}</source>
        <translation>{chip} từ {threshold} cộng thêm {extra} điểm {more}</translation>
    </message>
    <message>
        <source>called {name}, on reaching it {gift}</source>
        <translation>tên hạng {name}, khi lên hạng tặng {gift}</translation>
    </message>
    <message>
        <source>{gift} on reaching it</source>
        <translation>lên hạng tặng {gift}</translation>
    </message>
</context>
<context>
    <name>TiersPanel</name>
    <message>
        <source>Tiers</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Xét theo gì</translation>
    </message>
    <message>
        <source>Over which time</source>
        <translation>Trong khoảng thời gian nào</translation>
    </message>
    <message>
        <source>Days of notice before a tier is lost</source>
        <translation>Số ngày nhắc trước khi xuống hạng</translation>
    </message>
    <message>
        <source>Days a new tier is safe</source>
        <translation>Số ngày hạng mới chắc chắn được giữ</translation>
    </message>
    <message>
        <source>money spent</source>
        <translation>chi tiêu</translation>
    </message>
    <message>
        <source>points earned</source>
        <translation>điểm đã tích</translation>
    </message>
    <message>
        <source>visits made</source>
        <translation>số lần ghé</translation>
    </message>
    <message>
        <source>in the last 12 months</source>
        <translation>12 tháng gần nhất</translation>
    </message>
    <message>
        <source>in this calendar year</source>
        <translation>trong năm dương lịch này</translation>
    </message>
    <message>
        <source>since joining</source>
        <translation>từ khi tham gia</translation>
    </message>
    <message>
        <source>By {reached} {over} – up at once, down {notice} days after a notice, never within {grace} days of reaching it</source>
        <translation>Xét {reached} {over} – lên hạng ngay, xuống hạng sau {notice} ngày nhắc trước, giữ hạng mới ít nhất {grace} ngày</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>Thêm hạng</translation>
    </message>
    <message>
        <source>Each 1 January everybody begins at zero: with 30 days&apos; notice all drop on 31 January. For a tier that is kept through the next year, give 365 days.</source>
        <translation>Mỗi ngày 1/1 mọi khách bắt đầu lại từ 0: với 30 ngày nhắc trước, tất cả xuống hạng vào 31/1. Muốn giữ hạng hết năm sau, hãy đặt 365 ngày.</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>Bạc</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Vàng</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>Kim cương</translation>
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
        <translation>Kêu tiếng ngắn khi màn hình báo</translation>
    </message>
    <message>
        <source>Who works here – stands in every record</source>
        <translation>Ai đang đứng quầy – ghi vào mọi giao dịch</translation>
    </message>
    <message>
        <source>This till&apos;s short name</source>
        <translation>Tên ngắn của máy này</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message>
        <source>Going through past bills…</source>
        <translation>Đang chạy lại hoá đơn cũ…</translation>
    </message>
    <message>
        <source>If draft {number} were in force…</source>
        <translation>Nếu áp dụng bản nháp {number}…</translation>
    </message>
    <message>
        <source>Try the program on the past</source>
        <translation>Thử trên hoá đơn đã qua</translation>
    </message>
    <message>
        <source>These figures are of an earlier draft.</source>
        <translation>Các con số này là của bản nháp trước đó.</translation>
    </message>
    <message>
        <source>The draft was changed since. These figures are of the one before.</source>
        <translation>Bản nháp đã được sửa sau lần thử. Các con số này là của bản trước khi sửa.</translation>
    </message>
    <message>
        <source>Try on past bills</source>
        <translation>Thử trên hoá đơn cũ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Goes through the shop&apos;s own bills as if the draft had been in force: points given, what they cost, who gains, who changes tier. Nothing is changed by it.</source>
        <translation>Chạy lại các hoá đơn của quán như thể bản nháp đã được áp dụng: phát ra bao nhiêu điểm, tốn bao nhiêu, ai được lợi, ai đổi hạng. Việc này không thay đổi gì cả.</translation>
    </message>
    <message numerus="yes">
        <source>There are no bills of members in the last %n day(s) yet. Once there are, this shows what the draft would have given on them, what that costs and who gains.</source>
        <translation>
            <numerusform>Chưa có hoá đơn nào của thành viên trong %n ngày qua. Khi có rồi, chỗ này cho thấy bản nháp sẽ phát ra bao nhiêu điểm, tốn bao nhiêu và ai được lợi.</numerusform>
        </translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Chạy lại bao lâu</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày qua</numerusform>
        </translation>
    </message>
    <message>
        <source>Bills of the last {days}</source>
        <translation>Hoá đơn {days}</translation>
    </message>
</context>
<context>
    <name>VoucherDesk</name>
    <message>
        <source>{voucher} given, good until {day}</source>
        <translation>Đã tặng {voucher}, dùng đến hết {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến hết {day}</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>phiếu</translation>
    </message>
    <message>
        <source>Drawing the picture</source>
        <translation>Đang vẽ ảnh</translation>
    </message>
    <message>
        <source>Writing the voucher</source>
        <translation>Đang ghi phiếu</translation>
    </message>
    <message>
        <source>Picture ready – paste it into the chat with the customer</source>
        <translation>Ảnh đã sẵn sàng – dán vào khung chat với khách</translation>
    </message>
    <message>
        <source>Voucher ready to print</source>
        <translation>Phiếu sẵn sàng để in</translation>
    </message>
</context>
<context>
    <name>VouchersPanel</name>
    <message>
        <source>20.000 ₫ off next time</source>
        <translation>Giảm 20.000 ₫ lần sau</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Add a voucher</source>
        <translation>Thêm phiếu</translation>
    </message>
    <message>
        <source>No voucher – add one here, and then a rule or a gift that brings it</source>
        <translation>Chưa có phiếu – thêm ở đây, rồi thêm luật hoặc quà tặng phiếu đó</translation>
    </message>
    <message>
        <source>an amount of</source>
        <translation>giảm số tiền</translation>
    </message>
    <message>
        <source>a share of</source>
        <translation>giảm phần trăm</translation>
    </message>
    <message>
        <source>as often as wanted</source>
        <translation>bao nhiêu lần cũng được</translation>
    </message>
    <message>
        <source>once to each customer</source>
        <translation>mỗi khách một lần</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>{name}: {worth} {rate_bp} off, at most {cap_vnd}, on bills from {minimum_vnd} up, good for {days} days, given by hand {once} {remove}</source>
        <translation>{name} {worth} {rate_bp} tối đa {cap_vnd} cho hoá đơn từ {minimum_vnd} dùng trong {days} ngày, tặng tay {once} {remove}</translation>
    </message>
    <message>
        <source>{name}: {worth} {value_vnd} off bills from {minimum_vnd} up, good for {days} days, given by hand {once} {remove}</source>
        <translation>{name} {worth} {value_vnd} cho hoá đơn từ {minimum_vnd} dùng trong {days} ngày, tặng tay {once} {remove}</translation>
    </message>
    <message>
        <source>in {plan} {remove}</source>
        <translation>thuộc {plan} {remove}</translation>
    </message>
    <message>
        <source>Name of the voucher</source>
        <translation>Tên phiếu</translation>
    </message>
    <message>
        <source>An amount or a share</source>
        <translation>Giảm số tiền hay phần trăm</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>Số tiền giảm</translation>
    </message>
    <message>
        <source>Share of the bill</source>
        <translation>Phần trăm hoá đơn</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Tối đa</translation>
    </message>
    <message>
        <source>Least bill</source>
        <translation>Hoá đơn tối thiểu</translation>
    </message>
    <message>
        <source>Days it is good</source>
        <translation>Số ngày dùng được</translation>
    </message>
    <message>
        <source>How often it is given by hand</source>
        <translation>Tặng tay mấy lần</translation>
    </message>
    <message>
        <source>In which program</source>
        <translation>Thuộc chương trình nào</translation>
    </message>
</context>
<context>
    <name>WatchForm</name>
    <message>
        <source>More than {card_bills} bills for one card on a day</source>
        <translation>Hơn {card_bills} hoá đơn cho một thẻ trong ngày</translation>
    </message>
    <message>
        <source>More than {same_hand} bills for one card by the same person on a day</source>
        <translation>Hơn {same_hand} hoá đơn cho một thẻ do cùng một người ghi trong ngày</translation>
    </message>
    <message>
        <source>More than {unnumbered} bills without a receipt number by one person, where others have one</source>
        <translation>Hơn {unnumbered} hoá đơn không số do một người ghi, khi các hoá đơn khác có số</translation>
    </message>
    <message>
        <source>At least {joined_spent} points redeemed on the day of joining</source>
        <translation>Đổi từ {joined_spent} điểm trở lên ngay ngày tham gia</translation>
    </message>
    <message>
        <source>More than {undone} bills by one person taken back later than {undone_minutes} minutes</source>
        <translation>Một người huỷ hơn {undone} hoá đơn đã ghi quá {undone_minutes} phút</translation>
    </message>
    <message>
        <source>{share_times} times the points of whoever gave the next most, each with at least {share_bills} bills</source>
        <translation>Gấp {share_times} lần số điểm của người cho nhiều thứ nhì, mỗi người có ít nhất {share_bills} hoá đơn</translation>
    </message>
    <message>
        <source>More than {near_limit} redemptions just below the limit by one person</source>
        <translation>Một người cho đổi hơn {near_limit} lần sát dưới hạn mức</translation>
    </message>
    <message>
        <source>Bills for one card</source>
        <translation>Hoá đơn cho một thẻ</translation>
    </message>
    <message>
        <source>Bills for one card by one person</source>
        <translation>Hoá đơn cho một thẻ do một người ghi</translation>
    </message>
    <message>
        <source>Bills without a number</source>
        <translation>Hoá đơn không số</translation>
    </message>
    <message>
        <source>Points on the day of joining</source>
        <translation>Điểm đổi ngày tham gia</translation>
    </message>
    <message>
        <source>Things given by hand</source>
        <translation>Số lần tặng tay</translation>
    </message>
    <message>
        <source>Round points</source>
        <translation>Điểm tròn</translation>
    </message>
    <message>
        <source>Bills taken back</source>
        <translation>Hoá đơn bị huỷ</translation>
    </message>
    <message>
        <source>Minutes until taken back</source>
        <translation>Số phút đến khi huỷ</translation>
    </message>
    <message>
        <source>Times the next most</source>
        <translation>Gấp mấy lần người thứ nhì</translation>
    </message>
    <message>
        <source>Bills to be compared</source>
        <translation>Số hoá đơn để so sánh</translation>
    </message>
    <message>
        <source>Redemptions just below the limit</source>
        <translation>Số lần đổi sát hạn mức</translation>
    </message>
    <message>
        <source>0 means: not looked at.</source>
        <translation>0 nghĩa là không xét.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>More than {by_hand} things given by hand by one person, or points by the {round_points}</source>
        <translation>Một người tặng tay hơn {by_hand} lần, hoặc tặng điểm tròn bội số của {round_points}</translation>
    </message>
</context>
<context>
    <name>WithoutExtra</name>
    <message>
        <source>not for {what} {names}</source>
        <translation>không tính {what} {names}</translation>
    </message>
</context>
<context>
    <name>_JobRow</name>
    <message>
        <source>Waits: {what}</source>
        <translation>Đang chờ: {what}</translation>
    </message>
    <message>
        <source>Printing: {what}, {part} of {whole}</source>
        <translation>Đang in: {what}, {part} trên {whole}</translation>
    </message>
    <message>
        <source>Printing: {what}</source>
        <translation>Đang in: {what}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
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
