<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>Printing</name>
    <message>
        <source>Member card</source>
        <translation>Thẻ thành viên</translation>
    </message>
    <message>
        <source>Member card · since {date}</source>
        <translation>Thẻ thành viên · từ {date}</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Họ tên:</translation>
    </message>
    <message>
        <source>Scan this card with every purchase to collect points.</source>
        <translation>Quét thẻ mỗi lần mua để tích điểm.</translation>
    </message>
    <message>
        <source>Lost your card? Tell us your phone number for a new one; your points stay.</source>
        <translation>Mất thẻ? Báo số điện thoại để in lại, điểm còn nguyên.</translation>
    </message>
    <message>
        <source>Show this code when you pay</source>
        <translation>Đưa mã này ra quét khi thanh toán</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>Thẻ thành viên</translation>
    </message>
    <message>
        <source>Print at 100 % (actual size): this ruler must measure exactly 100 mm.</source>
        <translation>In ở 100 % (kích thước thật): thước này phải dài đúng 100 mm.</translation>
    </message>
    <message>
        <source>Sheet {sheet} · front · two-sided, flip on the long edge</source>
        <translation>Tờ {sheet} · mặt trước · in hai mặt, lật theo cạnh dài</translation>
    </message>
    <message>
        <source>Sheet {sheet} · back</source>
        <translation>Tờ {sheet} · mặt sau</translation>
    </message>
</context>
</TS>
