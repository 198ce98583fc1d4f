<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>BillPanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="182"/>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="183"/>
        <source>Bill total</source>
        <translation>Tổng hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="184"/>
        <source>Receipt no.</source>
        <translation>Số hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="185"/>
        <source>Date, time · F7</source>
        <translation>Ngày giờ · F7</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="186"/>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="187"/>
        <source>Rewards</source>
        <translation>Đổi thưởng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="188"/>
        <source>Return</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="190"/>
        <source>The customer pays</source>
        <translation>Khách trả</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="198"/>
        <source>Record bill</source>
        <translation>Ghi hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="200"/>
        <source>Redeem and add</source>
        <translation>Đổi và cộng điểm</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="201"/>
        <source>Add points</source>
        <translation>Cộng điểm</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="224"/>
        <source>Now: {points}</source>
        <translation>Hiện có: {points}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/bill_panel.py" line="226"/>
        <source>After this bill: {points}</source>
        <translation>Sau giao dịch: {points}</translation>
    </message>
</context>
<context>
    <name>BillStep</name>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="121"/>
        <location filename="../../loyalpos/ui/counter/billing.py" line="245"/>
        <source>Another customer</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="122"/>
        <source>Stay with this one</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="124"/>
        <source>Another customer's card – rewards are chosen in this bill</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="125"/>
        <source>Switching takes them out; the total stays.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="152"/>
        <source>Throw away</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="153"/>
        <source>Go on with the bill</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="155"/>
        <source>Throw this bill away?</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="155"/>
        <source>It has not been recorded.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="244"/>
        <source>The bill of {amount} is now for the customer just scanned.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="275"/>
        <source>The same bill – add nothing</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="276"/>
        <source>Another bill – record it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="285"/>
        <source>In the books since {time}: {points}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/billing.py" line="288"/>
        <source>Nothing was added again.</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="106"/>
        <source>Customers found</source>
        <translation>Khách tìm thấy</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="107"/>
        <source>Add customer</source>
        <translation>Thêm khách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="108"/>
        <source>Enter takes the top one · ↓ then 1–9 takes another</source>
        <translation>Enter chọn khách đầu · ↓ rồi 1–9 chọn khách khác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="109"/>
        <source>Nobody found for “{typed}”</source>
        <translation>Không tìm thấy khách “{typed}”</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="111"/>
        <source>Try another part of the name or number, or add the customer now.</source>
        <translation>Thử gõ phần khác của tên hoặc số điện thoại, hoặc thêm khách ngay.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="120"/>
        <source>no phone</source>
        <translation>chưa có số điện thoại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="124"/>
        <source>no visit yet</source>
        <translation>chưa ghé lần nào</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="126"/>
        <source>last visit {date}</source>
        <translation>ghé lần cuối {date}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/candidates.py" line="129"/>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
</context>
<context>
    <name>CompactWindow</name>
    <message>
        <location filename="../../loyalpos/ui/counter/dock.py" line="100"/>
        <source>Open out</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/dock.py" line="101"/>
        <source>Add</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/dock.py" line="102"/>
        <source>Return</source>
        <translation type="unfinished">Trả hàng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/dock.py" line="103"/>
        <source>Undo</source>
        <translation type="unfinished">Hoàn tác</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="20"/>
        <source>Recorded without a card: {amount}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="27"/>
        <source>The customer pays {amount}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="33"/>
        <source>it was in the books already, nothing was added twice</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="40"/>
        <source>Hand back {amount}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="48"/>
        <source>Returned: {bill}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="54"/>
        <source>Undone: {what}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="61"/>
        <source>Welcome, {name}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="64"/>
        <source>{points} as a welcome</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="66"/>
        <source>Type the bill total now, or Esc</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="72"/>
        <source>Moved to {name}: {points}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="81"/>
        <source>new member {name}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="85"/>
        <source>return of {bill}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="97"/>
        <source>customer without a name</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="101"/>
        <source>{points} left</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="107"/>
        <source>receipt {number}, {amount}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/said.py" line="109"/>
        <source>bill of {amount}</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>CounterDay</name>
    <message>
        <location filename="../../loyalpos/ui/counter/day.py" line="116"/>
        <source>This PC says it is {today}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/day.py" line="118"/>
        <source>The last day here was {last}. If the date is wrong, set the PC's clock. No points expire until you say.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/day.py" line="121"/>
        <source>The date is right</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/day.py" line="131"/>
        <source>The date is confirmed</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>CounterScreen</name>
    <message>
        <location filename="../../loyalpos/ui/counter/screen.py" line="182"/>
        <source>Card, phone or name</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/screen.py" line="184"/>
        <source>Opening the books…</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/screen.py" line="186"/>
        <source>Scan a card or type 4 last digits…</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/screen.py" line="188"/>
        <source>Scan a card, 4 last digits of the phone, or name…</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <location filename="../../loyalpos/ui/counter/window.py" line="96"/>
        <source>Add customer</source>
        <translation type="unfinished">Thêm khách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/window.py" line="97"/>
        <source>Office</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/window.py" line="98"/>
        <source>Fold up</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/window.py" line="99"/>
        <source>Cashier:</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>EarnBox</name>
    <message>
        <location filename="../../loyalpos/ui/counter/earn_box.py" line="61"/>
        <source>Type the total to see its points</source>
        <translation>Gõ tổng hoá đơn để xem điểm</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/earn_box.py" line="68"/>
        <source>Customer without a card</source>
        <translation>Khách không có thẻ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/earn_box.py" line="71"/>
        <source>Customer without a card: this bill would be worth {points} {points_name}</source>
        <translation>Khách không có thẻ: hoá đơn này đáng {points} {points_name}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/earn_box.py" line="73"/>
        <source>Points</source>
        <translation>Được cộng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/earn_box.py" line="73"/>
        <source>The customer gets</source>
        <translation>Khách được cộng</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="232"/>
        <source>New customer</source>
        <translation>Khách mới</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="233"/>
        <source>Phone number</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="234"/>
        <source>Name (may stay empty)</source>
        <translation>Tên khách (có thể để trống)</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="235"/>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="236"/>
        <source>e.g. 24/11</source>
        <translation>vd. 24/11</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="237"/>
        <source>Note for the counter</source>
        <translation>Ghi chú cho quầy</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="238"/>
        <source>Ask the customer:</source>
        <translation>Hỏi khách:</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="242"/>
        <source>Space</source>
        <translation>Phím cách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="243"/>
        <source>The customer agrees to join</source>
        <translation>Khách đồng ý tham gia</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="243"/>
        <source>The customer agrees</source>
        <translation>Khách đồng ý</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="245"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="250"/>
        <source>With the new card … {digits}</source>
        <translation>Kèm thẻ mới … {digits}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/enrol_panel.py" line="252"/>
        <source>With the code {code}</source>
        <translation>Kèm mã {code}</translation>
    </message>
</context>
<context>
    <name>EnrolStep</name>
    <message>
        <location filename="../../loyalpos/ui/counter/joining.py" line="67"/>
        <source>Throw away</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/joining.py" line="68"/>
        <source>Go on with the form</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/joining.py" line="70"/>
        <source>Throw this form away?</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/joining.py" line="70"/>
        <source>Nobody was enrolled yet.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/joining.py" line="107"/>
        <source>Open that customer</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/joining.py" line="109"/>
        <source>Correct the form</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <location filename="../../loyalpos/ui/counter/find.py" line="115"/>
        <source>This is a voucher</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/find.py" line="116"/>
        <source>This till does not take vouchers yet – nothing was done.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/find.py" line="120"/>
        <source>This is the barcode of goods, not a card</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/find.py" line="121"/>
        <source>Scan it at the shop's till; here scan the member's card.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/find.py" line="125"/>
        <source>Only part of the card was read</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/find.py" line="126"/>
        <source>Hold the card still and scan again, or type the phone number.</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <location filename="../../loyalpos/ui/counter/footer.py" line="52"/>
        <source>At this till</source>
        <translation>Tại máy</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/footer.py" line="52"/>
        <source>Running on this PC</source>
        <translation>Đang chạy tại máy này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/footer.py" line="65"/>
        <source>The last backup failed – open the office</source>
        <translation>Lần sao lưu gần nhất bị lỗi – mở phần quản lý</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/footer.py" line="67"/>
        <source>No backup yet</source>
        <translation>Chưa sao lưu</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/footer.py" line="74"/>
        <source>Backup: {day} {time} ✓</source>
        <translation>Sao lưu: {day} {time} ✓</translation>
    </message>
</context>
<context>
    <name>IdlePanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/idle_panel.py" line="54"/>
        <source>Scan a card, or type the last 4 digits of the phone. The bill opens here.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/idle_panel.py" line="56"/>
        <source>Bill without a card</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/idle_panel.py" line="57"/>
        <source>Return</source>
        <translation type="unfinished">Trả hàng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/idle_panel.py" line="58"/>
        <source>Undo the last</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <location filename="../../loyalpos/ui/counter/kit.py" line="144"/>
        <source>Try again</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/kit.py" line="145"/>
        <source>Not now</source>
        <translation type="unfinished">Để sau</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/kit.py" line="146"/>
        <source>Nothing that was confirmed is lost. What you typed is still here.</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="101"/>
        <source>A code from another shop, or an old card</source>
        <translation>Mã lạ hoặc thẻ cũ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="103"/>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="105"/>
        <source>This code is nobody's yet.</source>
        <translation>Mã này chưa thuộc về khách nào.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="107"/>
        <source>Is the customer a member already? Press Esc, find them with F2, then scan again.</source>
        <translation>Khách đã là thành viên? Bấm Esc, tìm khách bằng F2 rồi quét lại.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="109"/>
        <source>Add customer with this code</source>
        <translation>Thêm khách với mã này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="111"/>
        <source>this customer</source>
        <translation>khách này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="112"/>
        <source>Link it to {name}?</source>
        <translation>Gắn mã này cho {name}?</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="113"/>
        <source>From then on scanning it finds this customer, like our own card.</source>
        <translation>Từ đó quét mã này sẽ ra đúng khách, như thẻ của quán.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/link_panel.py" line="114"/>
        <source>Link the code</source>
        <translation>Gắn mã</translation>
    </message>
</context>
<context>
    <name>LinkStep</name>
    <message>
        <location filename="../../loyalpos/ui/counter/linking.py" line="79"/>
        <source>the customer</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/linking.py" line="81"/>
        <source>Linked to {name}</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/linking.py" line="82"/>
        <source>Scanning this code now finds this customer.</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="145"/>
        <source>Edit customer</source>
        <translation>Sửa thông tin</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="146"/>
        <source>Member card</source>
        <translation>Thẻ thành viên</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="165"/>
        <source>last 4 digits of the phone, or the name</source>
        <translation>4 số cuối điện thoại, hoặc tên</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="166"/>
        <source>add a new customer</source>
        <translation>thêm khách mới</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="167"/>
        <source>bill without a card</source>
        <translation>hoá đơn không có thẻ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="168"/>
        <source>what was done today</source>
        <translation>giao dịch hôm nay</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="176"/>
        <source>Customer without a card</source>
        <translation>Khách không có thẻ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="178"/>
        <source>This bill collects no points. Would the customer like to join? Press F4.</source>
        <translation>Hoá đơn này không tích điểm. Khách muốn tham gia? Bấm F4.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="181"/>
        <source>Ready for the next customer</source>
        <translation>Sẵn sàng đón khách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="182"/>
        <source>Scan the card – whatever is on the screen, the till sees it.</source>
        <translation>Cứ quét thẻ – màn hình đang ở đâu cũng nhận.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="187"/>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="206"/>
        <source>no phone</source>
        <translation>chưa có số điện thoại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="208"/>
        <source>card … {digits}</source>
        <translation>Thẻ … {digits}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="210"/>
        <source>member since {month}</source>
        <translation>Thành viên từ {month}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="222"/>
        <source>Owes {points}</source>
        <translation>Nợ {points}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="222"/>
        <source>Owes {points} – the next bill pays first</source>
        <translation>Nợ {points} – lần tích sau trừ trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="226"/>
        <source>{points} can be spent now</source>
        <translation>Dùng được ngay {points}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="230"/>
        <source>{points} end {date}</source>
        <translation>{points} hết hạn {date}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="236"/>
        <source>Often takes: {item}</source>
        <translation>Hay gọi: {item}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="239"/>
        <source>First visit</source>
        <translation>Lần đầu đến</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="248"/>
        <source>Birthday today – congratulate!</source>
        <translation>Hôm nay sinh nhật – chúc mừng khách!</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/member_panel.py" line="251"/>
        <source>Birthday {date}</source>
        <translation>Sinh nhật {date}</translation>
    </message>
</context>
<context>
    <name>MoveStep</name>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="51"/>
        <source>This card is nobody's yet</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="51"/>
        <source>Find the right customer by phone or name.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="61"/>
        <source>Whose is the bill of {amount}?</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="65"/>
        <source>Scan the right customer's card, or type their phone or name. Esc leaves it as it is.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="76"/>
        <source>this customer</source>
        <translation type="unfinished">khách này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="77"/>
        <source>Move it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="78"/>
        <source>Leave it</source>
        <translation type="unfinished">Bỏ qua</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/moving.py" line="79"/>
        <source>Move the bill of {amount} to {name}?</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="153"/>
        <source>Type the number on the receipt</source>
        <translation>Gõ số in trên hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="210"/>
        <source>Hand back to the customer</source>
        <translation>Trả lại khách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="212"/>
        <source>Points taken back</source>
        <translation>Điểm thu lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="217"/>
        <source>Spent points given back</source>
        <translation>Điểm đã đổi được hoàn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="227"/>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="241"/>
        <source>Take back all of it</source>
        <translation>Nhận trả cả hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="227"/>
        <source>Take this part back</source>
        <translation>Nhận trả phần này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="231"/>
        <source>Return goods</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="232"/>
        <source>Receipt number</source>
        <translation>Số hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="233"/>
        <source>Type the number on the receipt, then Enter.</source>
        <translation>Gõ số in trên hoá đơn rồi bấm Enter.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="235"/>
        <source>Bills</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="238"/>
        <source>Amount that comes back – empty is all of it</source>
        <translation>Số tiền hàng trả lại – để trống là trả hết</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="239"/>
        <source>Amount that comes back</source>
        <translation>Số tiền hàng trả lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="240"/>
        <source>Do not return</source>
        <translation>Không trả nữa</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="261"/>
        <source>receipt {number}</source>
        <translation>HĐ {number}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="257"/>
        <source>returned already</source>
        <translation>đã trả hết</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="259"/>
        <source>{amount} left</source>
        <translation>còn {amount}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="270"/>
        <source>No card</source>
        <translation>Không thẻ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/return_panel.py" line="270"/>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
</context>
<context>
    <name>ReturnStep</name>
    <message>
        <location filename="../../loyalpos/ui/counter/returning.py" line="63"/>
        <source>This card is nobody's, so it has no bills</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/returning.py" line="63"/>
        <source>Type the number on the receipt.</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>RewardsPanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/rewards_panel.py" line="75"/>
        <source>Can be redeemed now</source>
        <translation>Đổi được ngay</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/rewards_panel.py" line="76"/>
        <source>Rewards</source>
        <translation>Phần thưởng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/rewards_panel.py" line="77"/>
        <source>No rewards yet – the owner adds them in the office (F10).</source>
        <translation>Chưa có phần thưởng – chủ quán thêm trong phần quản lý (F10).</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/rewards_panel.py" line="84"/>
        <source>chosen – once more takes it out</source>
        <translation>đã chọn – chọn lại để bỏ</translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="177"/>
        <source>Just done</source>
        <translation>Vừa xong</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="178"/>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="178"/>
        <source>Undo the last one</source>
        <translation>Hoàn tác giao dịch cuối</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="179"/>
        <source>Done today</source>
        <translation>Giao dịch hôm nay</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="180"/>
        <source>Nothing yet today. Every bill appears here and can be undone.</source>
        <translation>Hôm nay chưa có giao dịch. Mỗi hoá đơn sẽ hiện ở đây và hoàn tác được.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="183"/>
        <source>Undo this</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="184"/>
        <source>Return goods</source>
        <translation>Trả hàng</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="185"/>
        <source>Move to another customer</source>
        <translation>Chuyển cho khách khác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="193"/>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="193"/>
        <source>No card</source>
        <translation>Không thẻ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="200"/>
        <source>undone</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="205"/>
        <source>New member</source>
        <translation>Thành viên mới</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="206"/>
        <source>Receipt {number}</source>
        <translation>HĐ {number}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="206"/>
        <source>Bill</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/counter/today_panel.py" line="208"/>
        <source>Return, {receipt}</source>
        <translation>Trả hàng {receipt}</translation>
    </message>
</context>
</TS>
