<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>BillLine</name>
    <message>
        <source>This bill brings you</source>
        <translation>Hoá đơn này được</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Quý khách trả</translation>
    </message>
</context>
<context>
    <name>CodeFace</name>
    <message>
        <source>{name}&apos;s member card</source>
        <translation>Thẻ thành viên của {name}</translation>
    </message>
    <message>
        <source>Your member card</source>
        <translation>Thẻ thành viên của quý khách</translation>
    </message>
    <message>
        <source>Take a photo, and show it next time instead of a card</source>
        <translation>Chụp lại mã này, lần sau chỉ cần đưa ra là được tích điểm</translation>
    </message>
</context>
<context>
    <name>CustomerScreen</name>
    <message>
        <source>Customer&apos;s screen</source>
        <translation>Màn hình khách</translation>
    </message>
</context>
<context>
    <name>DoneFace</name>
    <message>
        <source>Collected</source>
        <translation>Đã tích thêm</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Đã đổi</translation>
    </message>
    <message>
        <source>Thank you, {name}. See you soon!</source>
        <translation>Cảm ơn {name}, hẹn gặp lại!</translation>
    </message>
    <message>
        <source>Thank you. See you soon!</source>
        <translation>Cảm ơn quý khách, hẹn gặp lại!</translation>
    </message>
    <message>
        <source>Congratulations – {tier}!</source>
        <translation>Chúc mừng – {tier}!</translation>
    </message>
    <message>
        <source>With this bill: {rewards}</source>
        <translation>Kèm hoá đơn này: {rewards}</translation>
    </message>
    <message>
        <source>{card} is full: next time {reward}</source>
        <translation>{card} đã đầy: lần sau {reward}</translation>
    </message>
    <message>
        <source>Your return is noted</source>
        <translation>Đã ghi nhận trả hàng</translation>
    </message>
    <message>
        <source>The last entry was taken back</source>
        <translation>Lần ghi vừa rồi đã được huỷ</translation>
    </message>
    <message>
        <source>You now have {points}</source>
        <translation>Quý khách hiện có {points}</translation>
    </message>
</context>
<context>
    <name>GuestFace</name>
    <message>
        <source>Not a member yet?</source>
        <translation>Quý khách chưa có thẻ thành viên?</translation>
    </message>
    <message>
        <source>With a card this bill would bring you</source>
        <translation>Có thẻ, hoá đơn này được tích</translation>
    </message>
    <message>
        <source>Joining is free: just ask at the counter</source>
        <translation>Tham gia miễn phí – xin hỏi nhân viên tại quầy</translation>
    </message>
</context>
<context>
    <name>IdleFace</name>
    <message>
        <source>Welcome to</source>
        <translation>Kính chào quý khách đến với</translation>
    </message>
    <message>
        <source>How you collect</source>
        <translation>Cách tích điểm</translation>
    </message>
    <message>
        <source>Code to scan</source>
        <translation>Mã để quét</translation>
    </message>
    <message>
        <source>Scan to stay in touch</source>
        <translation>Quét mã để giữ liên lạc với quán</translation>
    </message>
</context>
<context>
    <name>MemberFace</name>
    <message>
        <source>Hello, {name}!</source>
        <translation>Xin chào, {name}!</translation>
    </message>
    <message>
        <source>Hello!</source>
        <translation>Xin chào quý khách!</translation>
    </message>
    <message>
        <source>Welcome, {name}!</source>
        <translation>Chào mừng {name}!</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>Chào mừng quý khách!</translation>
    </message>
    <message>
        <source>You have</source>
        <translation>Quý khách đang có</translation>
    </message>
    <message>
        <source>Your next purchase makes up for it</source>
        <translation>Lần mua tới sẽ bù lại</translation>
    </message>
    <message>
        <source>{points} good until {date}</source>
        <translation>{points} dùng đến {date}</translation>
    </message>
    <message>
        <source>This bill brings you to {tier}!</source>
        <translation>Hoá đơn này đưa quý khách lên {tier}!</translation>
    </message>
    <message>
        <source>{amount} more to {tier}</source>
        <translation>Thêm {amount} nữa lên {tier}</translation>
    </message>
</context>
<context>
    <name>RewardLines</name>
    <message>
        <source>You can have</source>
        <translation>Quý khách đổi được</translation>
    </message>
    <message>
        <source>Collect and get</source>
        <translation>Tích thêm để nhận</translation>
    </message>
    <message>
        <source>Only {points} to go</source>
        <translation>Chỉ còn {points} nữa</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>In this bill: {price}</source>
        <translation>Trong hoá đơn này: {price}</translation>
    </message>
    <message>
        <source>{count} of {size} stamps</source>
        <translation>{count} / {size} tem</translation>
    </message>
    <message>
        <source>Full! {stamps} on the next</source>
        <translation>Đã đầy! Thẻ tiếp theo: {stamps}</translation>
    </message>
</context>
</TS>
