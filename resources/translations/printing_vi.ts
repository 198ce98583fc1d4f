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
    <message>
        <source>Rules of the draw “{draw}”</source>
        <translation>Thể lệ rút thăm “{draw}”</translation>
    </message>
    <message>
        <source>{count} tickets had been given before the seed was sealed.</source>
        <translation>Trước khi niêm phong hạt giống đã phát {count} vé.</translation>
    </message>
    <message>
        <source>A seed of 32 random bytes was sealed that nobody sees before the draw. Its SHA-256 stands above. After the last day the list of tickets is published; seed and list together decide who wins, so that neither can be chosen to suit the other.</source>
        <translation>Một hạt giống ngẫu nhiên 32 byte đã được niêm phong, không ai xem được trước khi rút. Mã SHA-256 của nó in ở trên. Sau ngày cuối, danh sách vé được công bố; hạt giống và danh sách cùng quyết định người trúng, nên không thể chọn cái này cho vừa cái kia.</translation>
    </message>
    <message>
        <source>Tickets of the draw “{draw}”</source>
        <translation>Danh sách vé rút thăm “{draw}”</translation>
    </message>
    <message>
        <source>Published on {time}; nothing changes it any more.</source>
        <translation>Công bố lúc {time}; từ đó không gì thay đổi được nữa.</translation>
    </message>
    <message>
        <source>SHA-256 of the list</source>
        <translation>SHA-256 của danh sách</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>Số vé</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Số lượng vé</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Code in the list</source>
        <translation>Mã trong danh sách</translation>
    </message>
    <message>
        <source>Record of the draw “{draw}”</source>
        <translation>Biên bản rút thăm “{draw}”</translation>
    </message>
    <message>
        <source>Drawn on {time}.</source>
        <translation>Rút lúc {time}.</translation>
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
        <source>Winners</source>
        <translation>Người trúng thưởng</translation>
    </message>
    <message>
        <source>How anyone can check it</source>
        <translation>Ai cũng kiểm chứng được</translation>
    </message>
    <message>
        <source>Seed, opened at the draw</source>
        <translation>Hạt giống, mở khi rút</translation>
    </message>
    <message>
        <source>Compare the commitment with the announcement printed before the draw. Then let the files beside this record be worked out again, on any computer with Python:</source>
        <translation>So mã cam kết với thể lệ đã in trước khi rút. Sau đó tính lại từ các tệp nằm cạnh biên bản này, trên bất kỳ máy nào có Python:</translation>
    </message>
    <message>
        <source>For the shop</source>
        <translation>Đại diện cửa hàng</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Người chứng kiến</translation>
    </message>
    <message>
        <source>Tickets are given to the end of {day}.</source>
        <translation>Phát vé đến hết ngày {day}.</translation>
    </message>
    <message>
        <source>Nobody wins more than once.</source>
        <translation>Mỗi người trúng nhiều nhất một giải.</translation>
    </message>
    <message>
        <source>Nobody wins more than {count} times.</source>
        <translation>Mỗi người trúng nhiều nhất {count} giải.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Sealed on {time}.</source>
        <translation>Niêm phong lúc {time}.</translation>
    </message>
    <message>
        <source>The sealed seed</source>
        <translation>Hạt giống niêm phong</translation>
    </message>
    <message>
        <source>Commitment: SHA-256 of the sealed seed</source>
        <translation>Mã cam kết: SHA-256 của hạt giống niêm phong</translation>
    </message>
    <message>
        <source>{prizes} prizes for {tickets} tickets of {people} customers.</source>
        <translation>{prizes} giải cho {tickets} vé của {people} khách.</translation>
    </message>
    <message>
        <source>Nobody could win: {prizes}.</source>
        <translation>Không có người trúng: {prizes}.</translation>
    </message>
    <message>
        <source>A reminder, no legal advice: in Viet Nam a promotion by chance (draws, spins) is registered with the province&apos;s Department of Industry and Trade and confirmed before it begins; its result is reported afterwards, and half the value of prizes nobody won goes to the state budget (Commercial Law 2005, article 96; Decree 81/2018/NĐ-CP and its amendments).</source>
        <translation>Lời nhắc, không phải tư vấn pháp lý: ở Việt Nam, khuyến mại mang tính may rủi (rút thăm, quay số) phải đăng ký và được Sở Công Thương xác nhận trước khi thực hiện; kết thúc phải báo cáo kết quả, và 50% giá trị giải không có người trúng được nộp ngân sách nhà nước (Luật Thương mại 2005, Điều 96; Nghị định 81/2018/NĐ-CP và các văn bản sửa đổi).</translation>
    </message>
</context>
</TS>
