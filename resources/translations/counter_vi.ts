<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>AskingBox</name>
    <message>
        <source>Ask the parent or guardian:</source>
        <translation>Hỏi cha mẹ hoặc người giám hộ:</translation>
    </message>
    <message>
        <source>Ask the customer:</source>
        <translation>Hỏi khách:</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Phím cách</translation>
    </message>
</context>
<context>
    <name>BillPanel</name>
    <message>
        <source>Bill total</source>
        <translation>Tổng hoá đơn</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Đổi thưởng</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <source>Leave the bill</source>
        <translation>Bỏ hoá đơn</translation>
    </message>
    <message>
        <source>Record bill</source>
        <translation>Ghi hoá đơn</translation>
    </message>
    <message>
        <source>Ask the owner</source>
        <translation>Hỏi chủ quán</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Redeem and add {points}</source>
        <translation>Đổi và cộng {points}</translation>
    </message>
    <message>
        <source>Add {points}</source>
        <translation>Cộng {points}</translation>
    </message>
</context>
<context>
    <name>BillStep</name>
    <message>
        <source>Another customer</source>
        <translation>Khách khác</translation>
    </message>
    <message>
        <source>Stay with this one</source>
        <translation>Giữ khách này</translation>
    </message>
    <message>
        <source>Another customer&apos;s card – rewards are chosen in this bill</source>
        <translation>Thẻ của khách khác – hoá đơn này đã chọn phần thưởng</translation>
    </message>
    <message>
        <source>Switching takes them out; the total stays.</source>
        <translation>Đổi khách thì bỏ phần thưởng đã chọn; tổng hoá đơn giữ nguyên.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Go on with the bill</source>
        <translation>Làm tiếp hoá đơn</translation>
    </message>
    <message>
        <source>Throw this bill away?</source>
        <translation>Bỏ hoá đơn này?</translation>
    </message>
    <message>
        <source>It has not been recorded.</source>
        <translation>Hoá đơn chưa được ghi.</translation>
    </message>
    <message>
        <source>The bill of {amount} is now for the customer just scanned.</source>
        <translation>Hoá đơn {amount} giờ là của khách vừa quét.</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Customers found</source>
        <translation>Khách tìm thấy</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Thêm khách</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Đóng danh sách</translation>
    </message>
    <message>
        <source>Enter takes the top one · ↓ then 1–9 takes another</source>
        <translation>Enter chọn khách đầu · ↓ rồi 1–9 chọn khách khác</translation>
    </message>
    <message>
        <source>Nobody found for “{typed}”</source>
        <translation>Không tìm thấy khách “{typed}”</translation>
    </message>
    <message>
        <source>Try another part of the name or number, or add the customer now.</source>
        <translation>Thử gõ phần khác của tên hoặc số điện thoại, hoặc thêm khách ngay.</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>chưa có số điện thoại</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>chưa ghé lần nào</translation>
    </message>
    <message>
        <source>last visit {date}</source>
        <translation>ghé lần cuối {date}</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
</context>
<context>
    <name>ChildFields</name>
    <message>
        <source>Under {years} years: a parent or guardian has to agree</source>
        <translation>Dưới {years} tuổi: cần cha mẹ hoặc người giám hộ đồng ý</translation>
    </message>
    <message>
        <source>Parent or guardian who agrees</source>
        <translation>Tên người giám hộ đồng ý</translation>
    </message>
    <message>
        <source>A child gets no messages and is in no list for them</source>
        <translation>Khách nhỏ tuổi không nhận tin nhắn, không nằm trong danh sách gửi tin</translation>
    </message>
</context>
<context>
    <name>ConsentBox</name>
    <message>
        <source>What the customer takes back counts at once.</source>
        <translation>Khách rút mục nào thì có hiệu lực ngay.</translation>
    </message>
    <message>
        <source>Take back consent</source>
        <translation>Rút đồng ý</translation>
    </message>
    <message>
        <source>Not agreed to now. Ask the customer:</source>
        <translation>Hiện khách không đồng ý mục này. Hỏi khách:</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Phím cách</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>Khách đồng ý</translation>
    </message>
    <message>
        <source>Take everything back</source>
        <translation>Rút tất cả</translation>
    </message>
    <message>
        <source>agreed to: take it back</source>
        <translation>đang đồng ý: bấm để rút</translation>
    </message>
    <message>
        <source>not agreed to: ask the customer</source>
        <translation>chưa đồng ý: bấm để hỏi khách</translation>
    </message>
    <message>
        <source>not asked for: under age</source>
        <translation>không hỏi: khách chưa đủ tuổi</translation>
    </message>
</context>
<context>
    <name>Consenting</name>
    <message>
        <source>Nothing of it is done from now on.</source>
        <translation>Từ giờ quán không dùng thông tin cho việc này nữa.</translation>
    </message>
    <message>
        <source>In no list and no message from now on; what was collected stays and can be spent.</source>
        <translation>Từ giờ khách không còn trong danh sách hay tin nhắn nào; điểm đã tích vẫn còn và vẫn đổi được.</translation>
    </message>
    <message>
        <source>Taken back: {purposes}</source>
        <translation>Đã rút đồng ý: {purposes}</translation>
    </message>
    <message>
        <source>The customer agreed anew: {purpose}</source>
        <translation>Khách đồng ý lại: {purpose}</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>voucher {code} for a later visit</source>
        <translation>tặng phiếu {code} cho lần sau</translation>
    </message>
    <message>
        <source>Recorded without a card: {amount}</source>
        <translation>Đã ghi hoá đơn không thẻ: {amount}</translation>
    </message>
    <message>
        <source>The customer pays {amount}</source>
        <translation>Khách trả {amount}</translation>
    </message>
    <message>
        <source>it was in the books already, nothing was added twice</source>
        <translation>đã có trong sổ, không cộng hai lần</translation>
    </message>
    <message>
        <source>Hand back {amount}</source>
        <translation>Trả lại khách {amount}</translation>
    </message>
    <message>
        <source>Returned: {bill}</source>
        <translation>Đã trả hàng: {bill}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Đã hoàn tác: {what}</translation>
    </message>
    <message>
        <source>a bill without a card</source>
        <translation>hoá đơn không thẻ</translation>
    </message>
    <message>
        <source>moved from {name}</source>
        <translation>chuyển từ {name}</translation>
    </message>
    <message>
        <source>the bill has no card again</source>
        <translation>hoá đơn lại không có thẻ</translation>
    </message>
    <message>
        <source>the bill is {name}&apos;s again</source>
        <translation>hoá đơn lại của {name}</translation>
    </message>
    <message>
        <source>{card} is full: next time {reward}</source>
        <translation>{card} đã đầy: lần sau {reward}</translation>
    </message>
    <message>
        <source>all of it is paid now</source>
        <translation>đã trả đủ</translation>
    </message>
    <message>
        <source>{amount} still to be paid</source>
        <translation>còn nợ {amount}</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>Chào mừng {name}</translation>
    </message>
    <message>
        <source>{points} as a welcome</source>
        <translation>{points} chào mừng</translation>
    </message>
    <message>
        <source>Type the bill total now, or Esc</source>
        <translation>Gõ tổng hoá đơn, hoặc Esc</translation>
    </message>
    <message>
        <source>Moved to {name}: {points}</source>
        <translation>Đã chuyển sang {name}: {points}</translation>
    </message>
    <message>
        <source>new member {name}</source>
        <translation>thành viên mới {name}</translation>
    </message>
    <message>
        <source>{amount} paid later of {bill}</source>
        <translation>trả thêm {amount} cho {bill}</translation>
    </message>
    <message>
        <source>return of {bill}</source>
        <translation>trả hàng {bill}</translation>
    </message>
    <message>
        <source>customer without a name</source>
        <translation>khách chưa có tên</translation>
    </message>
    <message>
        <source>{points} left</source>
        <translation>còn {points}</translation>
    </message>
    <message>
        <source>receipt {number}, {amount}</source>
        <translation>HĐ {number}, {amount}</translation>
    </message>
    <message>
        <source>bill of {amount}</source>
        <translation>hoá đơn {amount}</translation>
    </message>
    <message>
        <source>{part} of {bill}</source>
        <translation>{part} của {bill}</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>{amount} more by {date} keeps tier {tier}</source>
        <translation>Còn {amount} để giữ hạng {tier} đến {date}</translation>
    </message>
    <message>
        <source>{amount} more by {date}</source>
        <translation>Còn {amount} đến {date}</translation>
    </message>
    <message>
        <source>this bill reaches tier {tier}</source>
        <translation>hoá đơn này lên hạng {tier}</translation>
    </message>
    <message>
        <source>{amount} more to tier {tier}</source>
        <translation>còn {amount} nữa lên hạng {tier}</translation>
    </message>
    <message>
        <source>code {code} for {partner}</source>
        <translation>mã {code} dùng ở {partner}</translation>
    </message>
    <message>
        <source>{card}: +{stamps} for {name}</source>
        <translation>{card}: +{stamps} cho {name}</translation>
    </message>
    <message>
        <source>{service} done for {name}</source>
        <translation>đã làm {service} cho {name}</translation>
    </message>
    <message>
        <source>{membership} ended for {name}: hand back {amount}</source>
        <translation>{membership} của {name} đã kết thúc: hoàn lại {amount}</translation>
    </message>
    <message>
        <source>{membership} for {name}: the customer pays {amount}</source>
        <translation>{membership} cho {name}: khách trả {amount}</translation>
    </message>
    <message>
        <source>it comes to {due} now, {paid} was paid</source>
        <translation>giờ hoá đơn là {due}, lúc trước khách trả {paid}</translation>
    </message>
    <message>
        <source>{stamps} of a paper card, {name}</source>
        <translation>{stamps} từ thẻ giấy, {name}</translation>
    </message>
    <message>
        <source>voucher {voucher} for {name}</source>
        <translation>phiếu {voucher} cho {name}</translation>
    </message>
    <message>
        <source>{membership} sold for {amount}, {name}</source>
        <translation>bán {membership} {amount}, {name}</translation>
    </message>
    <message>
        <source>{membership} ended, {amount} handed back, {name}</source>
        <translation>kết thúc {membership}, hoàn {amount}, {name}</translation>
    </message>
    <message>
        <source>{points} for the fee</source>
        <translation>{points} từ khoản phí</translation>
    </message>
    <message>
        <source>the fee earns no more: budget {budget} is used up, and the owner is not asked here</source>
        <translation>khoản phí không được thêm điểm: ngân sách {budget} đã hết, và ở đây không hỏi chủ quán</translation>
    </message>
    <message>
        <source>Owes {amount} of {count} bills – F3</source>
        <translation>Còn nợ {amount} của {count} hoá đơn – F3</translation>
    </message>
    <message>
        <source>Owes {amount} of receipt {number}, {day} – F3</source>
        <translation>Còn nợ {amount} của hoá đơn số {number}, {day} – F3</translation>
    </message>
    <message>
        <source>Owes {amount} of the bill of {day} – F3</source>
        <translation>Còn nợ {amount} của hoá đơn {day} – F3</translation>
    </message>
</context>
<context>
    <name>CounterControls</name>
    <message>
        <source>There is no customer&apos;s screen</source>
        <translation>Chưa có màn hình khách</translation>
    </message>
    <message>
        <source>Switch it on in the office, under Settings: it shows this customer&apos;s card.</source>
        <translation>Hãy bật trong Quản lý, mục Cài đặt: màn hình đó hiện thẻ của khách này.</translation>
    </message>
    <message>
        <source>This customer has no card of ours</source>
        <translation>Khách này chưa có thẻ của quán</translation>
    </message>
</context>
<context>
    <name>CounterDay</name>
    <message>
        <source>Undo that, too</source>
        <translation>Hoàn tác cả mục này</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Undo one more: {what}?</source>
        <translation>Hoàn tác thêm: {what}?</translation>
    </message>
    <message>
        <source>This PC says it is {today}</source>
        <translation>Máy đang ghi ngày {today}</translation>
    </message>
    <message>
        <source>The last day here was {last}. If the date is wrong, set the PC&apos;s clock. No points expire until you say.</source>
        <translation>Lần bán trước là {last}. Nếu sai ngày, hãy chỉnh lại đồng hồ máy. Chưa điểm nào hết hạn cho tới khi bạn xác nhận.</translation>
    </message>
    <message>
        <source>The date is right</source>
        <translation>Đúng ngày rồi</translation>
    </message>
    <message>
        <source>The date is confirmed</source>
        <translation>Đã xác nhận ngày</translation>
    </message>
    <message>
        <source>What a customer says about their data is not undone</source>
        <translation>Lời khách nói về thông tin của mình thì không hoàn tác</translation>
    </message>
    <message>
        <source>A mistake? F3 twice, and ask anew. Ctrl+Z once more undoes what was done before.</source>
        <translation>Bấm nhầm? Bấm F3 hai lần rồi hỏi lại khách. Ctrl+Z lần nữa sẽ hoàn tác việc làm trước đó.</translation>
    </message>
</context>
<context>
    <name>CounterScreen</name>
    <message>
        <source>Card, phone or name</source>
        <translation>Thẻ, số điện thoại hoặc tên</translation>
    </message>
    <message>
        <source>The books are damaged</source>
        <translation>Sổ bị hỏng</translation>
    </message>
    <message>
        <source>Opening the books…</source>
        <translation>Đang mở sổ…</translation>
    </message>
    <message>
        <source>Scan a card or type 4 last digits…</source>
        <translation>Quét thẻ hoặc gõ 4 số cuối…</translation>
    </message>
    <message>
        <source>Scan a card, 4 last digits of the phone, or name…</source>
        <translation>Quét thẻ, 4 số cuối điện thoại hoặc tên…</translation>
    </message>
    <message>
        <source>The books did not open – see the message</source>
        <translation>Sổ chưa mở được – xem thông báo</translation>
    </message>
    <message>
        <source>{shop} – demo shop</source>
        <translation>{shop} – quán thử</translation>
    </message>
</context>
<context>
    <name>EarnBox</name>
    <message>
        <source>Customer without a card</source>
        <translation>Khách không có thẻ</translation>
    </message>
    <message>
        <source>As a member the customer would get {points} {points_name}</source>
        <translation>Là thành viên thì được {points} {points_name}</translation>
    </message>
    <message>
        <source>The customer gets</source>
        <translation>Khách được cộng</translation>
    </message>
    <message>
        <source>Correct the {points} that pay first</source>
        <translation>Hãy sửa số {points} dùng để trả trước</translation>
    </message>
    <message>
        <source>Type the total to see its {points}</source>
        <translation>Gõ tổng hoá đơn để xem {points}</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <source>New customer</source>
        <translation>Khách mới</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>Name (may stay empty)</source>
        <translation>Tên khách (có thể để trống)</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <source>e.g. 24/11</source>
        <translation>vd. 24/11</translation>
    </message>
    <message>
        <source>Note for the counter</source>
        <translation>Ghi chú cho quầy</translation>
    </message>
    <message>
        <source>The customer agrees to join</source>
        <translation>Khách đồng ý tham gia</translation>
    </message>
    <message>
        <source>The customer agrees</source>
        <translation>Khách đồng ý</translation>
    </message>
    <message>
        <source>The parent agrees</source>
        <translation>Phụ huynh đồng ý</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>With the new card … {digits}</source>
        <translation>Kèm thẻ mới … {digits}</translation>
    </message>
    <message>
        <source>With the code {code}</source>
        <translation>Kèm mã {code}</translation>
    </message>
</context>
<context>
    <name>EnrolStep</name>
    <message>
        <source>Throw away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Go on with the form</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Throw this form away?</source>
        <translation>Bỏ phiếu thêm khách này?</translation>
    </message>
    <message>
        <source>Nobody was enrolled yet.</source>
        <translation>Chưa thêm khách nào.</translation>
    </message>
    <message>
        <source>Open that customer</source>
        <translation>Mở khách đó</translation>
    </message>
    <message>
        <source>Correct the form</source>
        <translation>Sửa lại phiếu</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>This is a voucher</source>
        <translation>Đây là phiếu giảm giá</translation>
    </message>
    <message>
        <source>Scan the member&apos;s card first, then the voucher.</source>
        <translation>Quét thẻ khách trước, rồi quét phiếu.</translation>
    </message>
    <message>
        <source>This is the barcode of goods, not a card</source>
        <translation>Đây là mã vạch của hàng, không phải thẻ</translation>
    </message>
    <message>
        <source>Scan it at the shop&apos;s till; here scan the member&apos;s card.</source>
        <translation>Quét hàng ở máy bán hàng; ở đây quét thẻ của khách.</translation>
    </message>
    <message>
        <source>Only part of the card was read</source>
        <translation>Chỉ đọc được một phần thẻ</translation>
    </message>
    <message>
        <source>Hold the card still and scan again, or type the phone number.</source>
        <translation>Giữ yên thẻ rồi quét lại, hoặc gõ số điện thoại.</translation>
    </message>
    <message>
        <source>A digit of this number is wrong</source>
        <translation>Số thẻ này sai một chữ số</translation>
    </message>
    <message>
        <source>Scan the card again, or type the phone number.</source>
        <translation>Quét lại thẻ, hoặc gõ số điện thoại.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>At this till</source>
        <translation>Tại máy</translation>
    </message>
    <message>
        <source>Running on this PC</source>
        <translation>Đang chạy tại máy này</translation>
    </message>
    <message>
        <source>The last backup failed – open the office</source>
        <translation>Lần sao lưu gần nhất bị lỗi – mở phần quản lý</translation>
    </message>
    <message numerus="yes">
        <source>No backup for %n day(s) – open the office</source>
        <translation>
            <numerusform>%n ngày chưa sao lưu – mở phần quản lý</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Chưa sao lưu</translation>
    </message>
    <message>
        <source>Backup: {day} {time} ✓</source>
        <translation>Sao lưu: {day} {time} ✓</translation>
    </message>
    <message>
        <source>protection not finished: type the recovery code under Settings</source>
        <translation>bảo vệ chưa xong: gõ mã khôi phục trong mục Cài đặt</translation>
    </message>
    <message>
        <source>second folder takes no copies</source>
        <translation>thư mục thứ hai không nhận bản sao</translation>
    </message>
    <message>
        <source>second folder away since {day}</source>
        <translation>thư mục thứ hai vắng từ {day}</translation>
    </message>
    <message>
        <source>Demo shop</source>
        <translation>Quán thử</translation>
    </message>
    <message>
        <source>Demo shop – nothing here is real</source>
        <translation>Quán thử – không có gì là thật</translation>
    </message>
</context>
<context>
    <name>HeldBox</name>
    <message>
        <source>Stamps, tickets and vouchers</source>
        <translation>Tem, vé và phiếu</translation>
    </message>
    <message>
        <source>Full cards: {count} – F6: {reward}</source>
        <translation>Đầy thẻ: {count} – F6: {reward}</translation>
    </message>
    <message>
        <source>{count} more: {reward}</source>
        <translation>còn {count} tem nữa: {reward}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến hết {day}</translation>
    </message>
    <message>
        <source>Tickets for {draw}: {count}</source>
        <translation>Vé {draw}: {count}</translation>
    </message>
    <message>
        <source>{voucher}, until {day}: {worth}</source>
        <translation>{voucher}, đến hết {day}: {worth}</translation>
    </message>
    <message>
        <source>To be done: {service} – F3</source>
        <translation>Chờ làm: {service} – F3</translation>
    </message>
    <message>
        <source>{membership} ends {day} – renew it with F3</source>
        <translation>{membership} hết hạn {day} – F3 gia hạn</translation>
    </message>
    <message>
        <source>{membership} until {day}</source>
        <translation>{membership} đến hết {day}</translation>
    </message>
    <message>
        <source>{points} are given up to {last}; those collected stay</source>
        <translation>tích {points} đến hết {last}; {points} đã tích vẫn giữ nguyên</translation>
    </message>
    <message>
        <source>{points} are given up to {last}; those collected are good up to {day}</source>
        <translation>tích {points} đến hết {last}; {points} đã tích dùng được đến hết {day}</translation>
    </message>
    <message>
        <source>No more {points} are given; those collected are good up to {day}</source>
        <translation>Không tích {points} nữa; {points} đã tích dùng được đến hết {day}</translation>
    </message>
    <message>
        <source>No more {points} are given since {last}; those collected stay</source>
        <translation>Ngừng tích {points} sau {last}; {points} đã tích vẫn giữ nguyên</translation>
    </message>
    <message>
        <source>The {points} ended on {day}</source>
        <translation>{points} đã hết hạn sau ngày {day}</translation>
    </message>
    <message>
        <source>“{plan}” has ended: what it gave is honoured to {day}, {points} stay</source>
        <translation>“{plan}” đã kết thúc: những gì đã tặng dùng được đến hết {day}, {points} giữ nguyên</translation>
    </message>
    <message>
        <source>“{plan}” is over: {stamps} expired, {points} stay</source>
        <translation>“{plan}” đã kết thúc: {stamps} của nó không còn giá trị, {points} giữ nguyên</translation>
    </message>
    <message>
        <source>“{plan}” runs to {last}: what it gave is honoured to {day}, {points} stay</source>
        <translation>“{plan}” chạy đến hết {last}: những gì đã tặng dùng được đến hết {day}, {points} giữ nguyên</translation>
    </message>
    <message>
        <source>“{plan}” runs to {last}: what it gave is gone then, {points} stay</source>
        <translation>“{plan}” chạy đến hết {last}: sau đó những gì đã tặng hết giá trị, {points} giữ nguyên</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more voucher(s)</source>
        <translation>
            <numerusform>và %Ln phiếu nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdlePanel</name>
    <message>
        <source>Scan a card, or type the last 4 digits of the phone. The bill opens here.</source>
        <translation>Quét thẻ hoặc gõ 4 số cuối điện thoại. Hoá đơn mở ở đây.</translation>
    </message>
    <message>
        <source>Nobody can be served now – see the message.</source>
        <translation>Chưa phục vụ khách được – xem thông báo.</translation>
    </message>
    <message>
        <source>Bill without a card</source>
        <translation>Hoá đơn không thẻ</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>Hoàn tác giao dịch cuối</translation>
    </message>
    <message>
        <source>Terms and program</source>
        <translation>Điều khoản &amp; chương trình</translation>
    </message>
    <message>
        <source>Lock, change person</source>
        <translation>Khoá máy, đổi người</translation>
    </message>
</context>
<context>
    <name>InputsRow</name>
    <message>
        <source>Which one is it? {tenders}</source>
        <translation>Cái nào? {tenders}</translation>
    </message>
    <message>
        <source>No rule asks for this one – leave it empty, or: {tenders}</source>
        <translation>Không luật nào hỏi cách trả này – để trống, hoặc: {tenders}</translation>
    </message>
    <message>
        <source>The tax cannot be more than the total of {amount}</source>
        <translation>Thuế không thể nhiều hơn tổng tiền {amount}</translation>
    </message>
    <message>
        <source>Paid in several ways: all but one with an amount, such as 1 100.000 + 2</source>
        <translation>Trả bằng nhiều cách: ghi số tiền cho từng cách, chỉ một cách được để trống, ví dụ 1 100.000 + 2</translation>
    </message>
    <message>
        <source>How much is paid this way? Such as 1 100.000</source>
        <translation>Trả cách này bao nhiêu? Ví dụ 1 100.000</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Trả bằng</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Đã giảm giá</translation>
    </message>
    <message>
        <source>Tax in it</source>
        <translation>Trong đó thuế</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>Trả trước</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>trả đủ</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Nothing that was confirmed is lost. What you typed is still here.</source>
        <translation>Những gì đã báo xong không mất. Những gì bạn gõ vẫn còn đây.</translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message>
        <source>No item on sale is called “{typed}”</source>
        <translation>Không có món nào đang bán tên “{typed}”</translation>
    </message>
    <message>
        <source>Enter adds: {line}</source>
        <translation>Enter để thêm: {line}</translation>
    </message>
    <message>
        <source>Item · 2* before it for two</source>
        <translation>Món · gõ 2* phía trước nếu hai phần</translation>
    </message>
    <message>
        <source>Items: {sum} · Backspace takes the last one back</source>
        <translation>Cộng các món: {sum} · Backspace để bỏ món cuối</translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>A code from another shop, or an old card</source>
        <translation>Mã lạ hoặc thẻ cũ</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>This code is nobody&apos;s yet.</source>
        <translation>Mã này chưa thuộc về khách nào.</translation>
    </message>
    <message>
        <source>Is the customer a member already? Find them with F2, or scan their card.</source>
        <translation>Khách đã là thành viên? Tìm khách bằng F2, hoặc quét thẻ của khách.</translation>
    </message>
    <message>
        <source>Add customer with this code</source>
        <translation>Thêm khách với mã này</translation>
    </message>
    <message>
        <source>this customer</source>
        <translation>khách này</translation>
    </message>
    <message>
        <source>Link it to {name}?</source>
        <translation>Gắn mã này cho {name}?</translation>
    </message>
    <message>
        <source>From then on scanning it finds this customer, like our own card.</source>
        <translation>Từ đó quét mã này sẽ ra đúng khách, như thẻ của quán.</translation>
    </message>
    <message>
        <source>Link the code</source>
        <translation>Gắn mã</translation>
    </message>
    <message>
        <source>A new card of ours</source>
        <translation>Thẻ mới của quán</translation>
    </message>
    <message>
        <source>One card more, or is the old one lost? Replaced, the old card is dead at once.</source>
        <translation>Thêm một thẻ, hay thẻ cũ đã mất? Nếu thay, thẻ cũ hết dùng được ngay.</translation>
    </message>
    <message>
        <source>Replace the old card</source>
        <translation>Thay thẻ cũ</translation>
    </message>
</context>
<context>
    <name>LinkStep</name>
    <message>
        <source>the customer</source>
        <translation>khách</translation>
    </message>
    <message>
        <source>Linked to {name}</source>
        <translation>Đã gắn cho {name}</translation>
    </message>
    <message>
        <source>Scanning this code now finds this customer.</source>
        <translation>Từ giờ quét mã này là ra khách này.</translation>
    </message>
    <message>
        <source>New card for {name}</source>
        <translation>Thẻ mới cho {name}</translation>
    </message>
    <message>
        <source>The old card is dead: whoever scans it is told so.</source>
        <translation>Thẻ cũ không dùng được nữa: quét lên sẽ báo ngay.</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Edit customer</source>
        <translation>Sửa thông tin</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>Thẻ thành viên</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>last 4 digits of the phone, or the name</source>
        <translation>4 số cuối điện thoại, hoặc tên</translation>
    </message>
    <message>
        <source>add a new customer</source>
        <translation>thêm khách mới</translation>
    </message>
    <message>
        <source>bill without a card</source>
        <translation>hoá đơn không có thẻ</translation>
    </message>
    <message>
        <source>what was done today</source>
        <translation>giao dịch hôm nay</translation>
    </message>
    <message>
        <source>Customer without a card</source>
        <translation>Khách không có thẻ</translation>
    </message>
    <message>
        <source>The books are not open</source>
        <translation>Sổ chưa mở được</translation>
    </message>
    <message>
        <source>The books are damaged</source>
        <translation>Sổ bị hỏng</translation>
    </message>
    <message>
        <source>Nothing can be recorded now – see the message.</source>
        <translation>Chưa ghi được gì – xem thông báo.</translation>
    </message>
    <message>
        <source>Ready for the next customer</source>
        <translation>Sẵn sàng đón khách</translation>
    </message>
    <message>
        <source>Scan the card – whatever is on the screen, the till sees it.</source>
        <translation>Cứ quét thẻ – màn hình đang ở đâu cũng nhận.</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>chưa có số điện thoại</translation>
    </message>
    <message>
        <source>card … {digits}</source>
        <translation>Thẻ … {digits}</translation>
    </message>
    <message>
        <source>member since {month}</source>
        <translation>Thành viên từ {month}</translation>
    </message>
    <message>
        <source>Owes {points}</source>
        <translation>Nợ {points}</translation>
    </message>
    <message>
        <source>Owes {points} – the next bill pays first</source>
        <translation>Nợ {points} – lần tích sau trừ trước</translation>
    </message>
    <message>
        <source>{points} can be spent now</source>
        <translation>Dùng được ngay {points}</translation>
    </message>
    <message>
        <source>{points} end {date}</source>
        <translation>{points} hết hạn {date}</translation>
    </message>
    <message>
        <source>Often takes: {item}</source>
        <translation>Hay gọi: {item}</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Lần đầu đến</translation>
    </message>
    <message>
        <source>Card of: {label}</source>
        <translation>Thẻ của: {label}</translation>
    </message>
    <message>
        <source>Birthday today – congratulate!</source>
        <translation>Hôm nay sinh nhật – chúc mừng khách!</translation>
    </message>
    <message>
        <source>Birthday {date}</source>
        <translation>Sinh nhật {date}</translation>
    </message>
    <message>
        <source>Has left the program – points count as ever</source>
        <translation>Đã rút khỏi chương trình – điểm vẫn tính như cũ</translation>
    </message>
    <message>
        <source>Restricted – points count as ever</source>
        <translation>Hạn chế – vẫn tích và dùng như thường</translation>
    </message>
    <message>
        <source>Under age</source>
        <translation>Chưa đủ tuổi</translation>
    </message>
    <message>
        <source>This bill collects no {points}. Would the customer like to join? Press F4.</source>
        <translation>Hoá đơn này không tích {points}. Khách muốn tham gia? Bấm F4.</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Hiện mã</translation>
    </message>
</context>
<context>
    <name>MoveStep</name>
    <message>
        <source>This card is nobody&apos;s yet</source>
        <translation>Thẻ này chưa của ai</translation>
    </message>
    <message>
        <source>Find the right customer by phone or name.</source>
        <translation>Hãy tìm đúng khách bằng số điện thoại hoặc tên.</translation>
    </message>
    <message>
        <source>Whose is the bill of {amount}?</source>
        <translation>Hoá đơn {amount} là của ai?</translation>
    </message>
    <message>
        <source>Scan the right customer&apos;s card, or type their phone or name.</source>
        <translation>Quét thẻ của đúng khách, hoặc gõ số điện thoại hay tên.</translation>
    </message>
    <message>
        <source>this customer</source>
        <translation>khách này</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Move the bill of {amount} to {name}?</source>
        <translation>Chuyển hoá đơn {amount} sang {name}?</translation>
    </message>
</context>
<context>
    <name>NoticeBox</name>
    <message>
        <source>What the shop keeps, and what for (notice {version})</source>
        <translation>Quán lưu gì, để làm gì (thông báo bản {version})</translation>
    </message>
    <message>
        <source>Close the notice {version}</source>
        <translation>Đóng thông báo bản {version}</translation>
    </message>
    <message>
        <source>Number of the paper, where the customer signed one</source>
        <translation>Số giấy đồng ý, nếu khách có ký</translation>
    </message>
</context>
<context>
    <name>OriginFields</name>
    <message>
        <source>Sent by (may stay empty)</source>
        <translation>Ai giới thiệu? (có thể để trống)</translation>
    </message>
    <message>
        <source>scan their card, last digits or name</source>
        <translation>quét thẻ, số cuối hoặc tên</translation>
    </message>
    <message>
        <source>Customers who may have sent them</source>
        <translation>Khách có thể là người giới thiệu</translation>
    </message>
    <message>
        <source>How did they hear of the shop?</source>
        <translation>Khách biết quán từ đâu?</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>chưa hỏi</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>không có số</translation>
    </message>
    <message>
        <source>Both get their gift with the new customer&apos;s first bill</source>
        <translation>Cả hai nhận quà khi khách mới mua lần đầu</translation>
    </message>
    <message>
        <source>Nobody is chosen – take a row below, or empty this box</source>
        <translation>Chưa chọn ai – chọn một dòng bên dưới, hoặc xoá trống ô này</translation>
    </message>
    <message>
        <source>Nobody fits “{typed}” – another part of the name or number, or empty this box</source>
        <translation>Không thấy ai khớp “{typed}” – thử phần khác của tên hoặc số, hoặc xoá trống ô này</translation>
    </message>
    <message>
        <source>How did they hear of the shop? Type its number.</source>
        <translation>Khách biết quán từ đâu? Bấm số để chọn.</translation>
    </message>
</context>
<context>
    <name>OutcomeBox</name>
    <message>
        <source>The customer pays</source>
        <translation>Khách trả</translation>
    </message>
    <message>
        <source>{amount} is paid later</source>
        <translation>{amount} trả sau</translation>
    </message>
    <message>
        <source>Now: {points}</source>
        <translation>Hiện có: {points}</translation>
    </message>
    <message>
        <source>After this bill: {points}</source>
        <translation>Sau giao dịch: {points}</translation>
    </message>
</context>
<context>
    <name>OutcomeLine</name>
    <message>
        <source>The customer pays {amount}</source>
        <translation>Khách trả {amount}</translation>
    </message>
    <message>
        <source>The customer gets</source>
        <translation>Khách được cộng</translation>
    </message>
</context>
<context>
    <name>OwnerSays</name>
    <message>
        <source>Agreed: give</source>
        <translation>Đồng ý: tặng</translation>
    </message>
    <message>
        <source>Not what is over</source>
        <translation>Không tặng phần vượt</translation>
    </message>
    <message>
        <source>The answer is kept with the bill, for the owner to see.</source>
        <translation>Câu trả lời được ghi cùng hoá đơn để chủ quán xem lại.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>PointsRow</name>
    <message>
        <source>At most {points} – for fewer type a number, or + and −</source>
        <translation>Nhiều nhất {points} – muốn ít hơn: gõ số, hoặc + và −</translation>
    </message>
    <message>
        <source>Pay with {points}</source>
        <translation>Trả bằng {points}</translation>
    </message>
    <message>
        <source>{points} that pay</source>
        <translation>số {points} dùng để trả</translation>
    </message>
    <message>
        <source>Fewer {points}</source>
        <translation>Bớt {points}</translation>
    </message>
    <message>
        <source>More {points}</source>
        <translation>Thêm {points}</translation>
    </message>
</context>
<context>
    <name>ReceiptFields</name>
    <message>
        <source>Receipt no.</source>
        <translation>Số hoá đơn</translation>
    </message>
    <message>
        <source>Date, time · F7</source>
        <translation>Ngày giờ · F7</translation>
    </message>
    <message>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>The same bill – add nothing</source>
        <translation>Đúng hoá đơn đó – không cộng thêm</translation>
    </message>
    <message>
        <source>Another bill – record it</source>
        <translation>Hoá đơn khác – ghi thêm</translation>
    </message>
    <message>
        <source>In the books since {time}: {points}</source>
        <translation>Đã ghi lúc {time}: {points}</translation>
    </message>
    <message>
        <source>Nothing was added again.</source>
        <translation>Không cộng thêm lần nữa.</translation>
    </message>
    <message>
        <source>Yes, {amount}</source>
        <translation>Đúng, {amount}</translation>
    </message>
    <message>
        <source>Type it anew</source>
        <translation>Gõ lại</translation>
    </message>
    <message>
        <source>That is far more than the bills of this shop usually are.</source>
        <translation>Cao hơn hẳn các hoá đơn thường ngày của quán.</translation>
    </message>
    <message>
        <source>You typed {typed}, which means thousands here – or was it a customer&apos;s phone?</source>
        <translation>Bạn gõ {typed}, ở đây hiểu là nghìn đồng – hay đó là số điện thoại của khách?</translation>
    </message>
    <message>
        <source>Is the total really {amount}?</source>
        <translation>Tổng tiền đúng là {amount} chứ?</translation>
    </message>
</context>
<context>
    <name>Redeeming</name>
    <message>
        <source>It is in this bill – scan it once more to take it out.</source>
        <translation>Đã dùng trong hoá đơn này – quét lần nữa để bỏ ra.</translation>
    </message>
    <message>
        <source>It is out of this bill and stays good.</source>
        <translation>Đã bỏ khỏi hoá đơn này, phiếu vẫn dùng được.</translation>
    </message>
</context>
<context>
    <name>RemindersRow</name>
    <message>
        <source>Reminders for this bill</source>
        <translation>Việc cần nhớ cho hoá đơn này</translation>
    </message>
    <message>
        <source>{reminder}: done</source>
        <translation>{reminder}: xong</translation>
    </message>
    <message>
        <source>{reminder}: to do</source>
        <translation>{reminder}: chưa làm</translation>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <source>Type the number on the receipt</source>
        <translation>Gõ số in trên hoá đơn</translation>
    </message>
    <message>
        <source>Hand back to the customer</source>
        <translation>Trả lại khách</translation>
    </message>
    <message>
        <source>Take back all of it</source>
        <translation>Nhận trả cả hoá đơn</translation>
    </message>
    <message>
        <source>Take this part back</source>
        <translation>Nhận trả phần này</translation>
    </message>
    <message>
        <source>Return goods</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Số hoá đơn</translation>
    </message>
    <message>
        <source>Type the number on the receipt, then Enter. No number? F9, then choose the bill of today.</source>
        <translation>Gõ số trên hoá đơn rồi Enter. Không có số? Bấm F9, chọn hoá đơn trong danh sách hôm nay.</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <source>Amount that comes back – empty is all of it</source>
        <translation>Số tiền hàng trả lại – để trống là trả hết</translation>
    </message>
    <message>
        <source>Amount that comes back</source>
        <translation>Số tiền hàng trả lại</translation>
    </message>
    <message>
        <source>Do not return</source>
        <translation>Không trả nữa</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>HĐ {number}</translation>
    </message>
    <message>
        <source>returned already</source>
        <translation>đã trả hết</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>còn {amount}</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Không thẻ</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
    <message>
        <source>{points} taken back</source>
        <translation>{points} thu lại</translation>
    </message>
    <message>
        <source>spent {points} given back</source>
        <translation>{points} đã đổi được hoàn</translation>
    </message>
</context>
<context>
    <name>ReturnStep</name>
    <message>
        <source>This card is nobody&apos;s, so it has no bills</source>
        <translation>Thẻ này chưa của ai nên chưa có hoá đơn</translation>
    </message>
    <message>
        <source>Type the number on the receipt.</source>
        <translation>Gõ số trên hoá đơn.</translation>
    </message>
    <message>
        <source>Another return – take it back</source>
        <translation>Lần trả khác – nhận trả</translation>
    </message>
    <message>
        <source>In the books already</source>
        <translation>Đã có trong sổ</translation>
    </message>
    <message>
        <source>Nothing was taken back again.</source>
        <translation>Không nhận trả thêm lần nữa.</translation>
    </message>
    <message>
        <source>The same return – take nothing back</source>
        <translation>Vẫn lần trả đó – không nhận thêm</translation>
    </message>
</context>
<context>
    <name>RewardsPanel</name>
    <message>
        <source>Can be redeemed now</source>
        <translation>Đổi được ngay</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Phần thưởng</translation>
    </message>
    <message>
        <source>No rewards yet – the owner adds them in the office (F10).</source>
        <translation>Chưa có phần thưởng – chủ quán thêm trong phần quản lý (F10).</translation>
    </message>
    <message>
        <source>Rewards are for members – F4 adds the customer.</source>
        <translation>Chỉ thành viên mới đổi thưởng – bấm F4 để thêm khách.</translation>
    </message>
    <message>
        <source>chosen – once more takes it out</source>
        <translation>đã chọn – chọn lại để bỏ</translation>
    </message>
    <message>
        <source>Cannot be taken: {why}</source>
        <translation>Chưa đổi được: {why}</translation>
    </message>
    <message>
        <source>Rewards – none can be taken yet</source>
        <translation>Phần thưởng – chưa đổi được</translation>
    </message>
</context>
<context>
    <name>ServePanel</name>
    <message>
        <source>What else for this customer?</source>
        <translation>Việc khác cho khách này</translation>
    </message>
    <message>
        <source>Stamps on the paper card</source>
        <translation>Số tem trên thẻ giấy</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>The customer pays now</source>
        <translation>Khách trả lần này</translation>
    </message>
    <message>
        <source>paper card seen and kept</source>
        <translation>đã xem và giữ lại thẻ giấy</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Hand back to the customer</source>
        <translation>Trả lại khách</translation>
    </message>
    <message>
        <source>The customer pays</source>
        <translation>Khách trả</translation>
    </message>
    <message>
        <source>Add the stamps</source>
        <translation>Cộng tem</translation>
    </message>
    <message>
        <source>Paid – record it</source>
        <translation>Đã nhận tiền – ghi sổ</translation>
    </message>
    <message>
        <source>Handed back – end it</source>
        <translation>Đã trả tiền – kết thúc</translation>
    </message>
    <message>
        <source>Paid – sell it</source>
        <translation>Đã nhận tiền – bán</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Đã làm xong</translation>
    </message>
    <message>
        <source>Answered – give it</source>
        <translation>Đã trả lời – tặng</translation>
    </message>
    <message>
        <source>Paid by: {tenders}</source>
        <translation>Trả bằng: {tenders}</translation>
    </message>
    <message>
        <source>There is nothing else to do for this customer</source>
        <translation>Không còn việc gì khác cho khách này</translation>
    </message>
    <message>
        <source>Take back consent</source>
        <translation>Rút đồng ý</translation>
    </message>
</context>
<context>
    <name>ServeStep</name>
    <message>
        <source>The same payment – take nothing more</source>
        <translation>Vẫn khoản đó – không ghi thêm</translation>
    </message>
    <message>
        <source>Another payment – record it</source>
        <translation>Khách trả thêm lần nữa – ghi vào</translation>
    </message>
    <message>
        <source>In the books already</source>
        <translation>Đã có trong sổ</translation>
    </message>
    <message>
        <source>Nothing was paid again.</source>
        <translation>Không ghi thêm khoản nào.</translation>
    </message>
    <message>
        <source>No rule asks for this one – leave it empty, or: {tenders}</source>
        <translation>Không luật nào hỏi cách trả này – để trống, hoặc: {tenders}</translation>
    </message>
    <message>
        <source>Which one is it? {tenders}</source>
        <translation>Cái nào? {tenders}</translation>
    </message>
</context>
<context>
    <name>SlipDesk</name>
    <message>
        <source>Nothing was done today that has a slip.</source>
        <translation>Hôm nay chưa có việc nào có phiếu để in.</translation>
    </message>
    <message>
        <source>There is no member to give this slip to.</source>
        <translation>Phiếu này không có thành viên nào để đưa.</translation>
    </message>
    <message>
        <source>The slip is not printed; what was recorded stands. {why}</source>
        <translation>Phiếu chưa in được; việc đã ghi vẫn giữ nguyên. {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) behind it are given up, too – F9 prints any again.</source>
        <translation>
            <numerusform>Bỏ luôn %n phiếu đang chờ sau nó – bấm F9 để in lại phiếu bất kỳ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlipLine</name>
    <message>
        <source>Print it again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>SlipWindow</name>
    <message>
        <source>The slip</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>This till has no receipt printer. The owner chooses one in the settings (F10).</source>
        <translation>Quầy này chưa có máy in hoá đơn. Chủ quán chọn máy in trong phần cài đặt (F10).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Open out</source>
        <translation>Mở rộng</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>TermsPanel</name>
    <message>
        <source>Terms and program</source>
        <translation>Điều khoản &amp; chương trình</translation>
    </message>
    <message>
        <source>Sale, return and warranty</source>
        <translation>Mua bán, đổi trả, bảo hành</translation>
    </message>
    <message>
        <source>The owner has not written any terms yet: that is done in the office.</source>
        <translation>Chủ quán chưa viết điều khoản – viết trong phần quản lý (F10).</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>Just done</source>
        <translation>Vừa xong</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo the last one</source>
        <translation>Hoàn tác giao dịch cuối</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Giao dịch hôm nay</translation>
    </message>
    <message>
        <source>Nothing yet today. Every bill appears here and can be undone.</source>
        <translation>Hôm nay chưa có giao dịch. Mỗi hoá đơn sẽ hiện ở đây và hoàn tác được.</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Return goods</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <source>Move to another customer</source>
        <translation>Chuyển cho khách khác</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Không thẻ</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Thành viên mới</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>HĐ {number}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <source>Paid later, {receipt}</source>
        <translation>Trả thêm, {receipt}</translation>
    </message>
    <message>
        <source>Return, {receipt}</source>
        <translation>Trả hàng {receipt}</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} trong {whole}</translation>
    </message>
    <message>
        <source>budget {budget} is used up</source>
        <translation>ngân sách {budget} đã hết</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>đã thu lại</translation>
    </message>
    <message>
        <source>Gift: {occasion}</source>
        <translation>Tặng: {occasion}</translation>
    </message>
    <message>
        <source>Paper card: {stamps}</source>
        <translation>Thẻ giấy: {stamps}</translation>
    </message>
    <message>
        <source>Service done</source>
        <translation>Đã làm dịch vụ</translation>
    </message>
    <message>
        <source>Voucher given</source>
        <translation>Tặng phiếu</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Bán</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>Kết thúc sớm</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter: undo, return, move to another customer, slip · Esc goes back</source>
        <translation>↑ ↓ chọn · Enter: hoàn tác, trả hàng, chuyển sang khách khác, in phiếu · Esc quay lại</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>it was taken back already</source>
        <translation>đã thu lại rồi</translation>
    </message>
    <message>
        <source>it goes with what brought it: undo that, and the gift goes too</source>
        <translation>quà này đi theo giao dịch đã tặng nó: hoàn tác giao dịch đó thì quà cũng thu lại</translation>
    </message>
</context>
<context>
    <name>TotalBox</name>
    <message>
        <source>Bill total</source>
        <translation>Tổng hoá đơn</translation>
    </message>
</context>
<context>
    <name>WhoLine</name>
    <message>
        <source>Leave</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Leave the bill</source>
        <translation>Đóng hoá đơn</translation>
    </message>
</context>
<context>
    <name>WholeWindow</name>
    <message>
        <source>Add customer</source>
        <translation>Thêm khách</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Quản lý</translation>
    </message>
    <message>
        <source>Fold up</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>Owner:</source>
        <translation>Chủ quán:</translation>
    </message>
    <message>
        <source>Manager:</source>
        <translation>Quản lý:</translation>
    </message>
    <message>
        <source>Cashier:</source>
        <translation>Thu ngân:</translation>
    </message>
</context>
</TS>
