<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>Banner</name>
    <message>
        <location filename="../../loyalpos/ui/widgets/banner.py" line="139"/>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/widgets/banner.py" line="140"/>
        <source>Not done</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/widgets/banner.py" line="141"/>
        <source>Question</source>
        <translation>Cần trả lời</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <location filename="../../loyalpos/ui/words/consent.py" line="49"/>
        <source>May {shop} keep your phone number, name and purchases to count your points? You can ask us to delete them at any time.</source>
        <translation>{shop} xin lưu số điện thoại, tên và lịch sử mua hàng để tích điểm cho anh/chị, được không ạ? Anh/chị có thể yêu cầu xoá bất cứ lúc nào.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/consent.py" line="55"/>
        <source>{shop} may send me news and offers</source>
        <translation>Đồng ý nhận tin và ưu đãi của {shop}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/consent.py" line="57"/>
        <source>{shop} may congratulate me on my birthday</source>
        <translation>Đồng ý để {shop} chúc mừng sinh nhật</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/consent.py" line="59"/>
        <source>{shop} may share my data with its partners</source>
        <translation>Đồng ý để {shop} chia sẻ thông tin cho đối tác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/consent.py" line="70"/>
        <source>I have the agreement of these customers</source>
        <translation>Tôi đã có sự đồng ý của các khách này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/consent.py" line="80"/>
        <source>en</source>
        <comment>code of the language this catalogue is in</comment>
        <translation>vi</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="34"/>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="36"/>
        <source>tomorrow</source>
        <translation>ngày mai</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="38"/>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="55"/>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="56"/>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="57"/>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="58"/>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="59"/>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="60"/>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/dates.py" line="61"/>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
</context>
<context>
    <name>Earning</name>
    <message>
        <location filename="../../loyalpos/ui/words/earning.py" line="21"/>
        <source>Bills from {amount} up earn points</source>
        <translation>Hoá đơn từ {amount} mới được tích điểm</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/earning.py" line="24"/>
        <source>Remainder of an earlier return</source>
        <translation>Phần lẻ của lần trả hàng trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/earning.py" line="26"/>
        <source>Remainders of earlier bills added up</source>
        <translation>Cộng dồn phần lẻ các lần trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/earning.py" line="28"/>
        <source>A rule this version does not know gives no points – update the program</source>
        <translation>Có quy tắc phiên bản này chưa biết nên không cộng điểm – hãy cập nhật phần mềm</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/earning.py" line="37"/>
        <source>{points} basic</source>
        <translation>{points} cơ bản</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/earning.py" line="39"/>
        <source>{points} from remainders</source>
        <translation>{points} phần lẻ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/earning.py" line="52"/>
        <source>{amount} more makes the next {points_name}</source>
        <translation>còn {amount} nữa được thêm 1 {points_name}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="28"/>
        <source>Type the bill total, for example 125000</source>
        <translation>Gõ tổng hoá đơn, ví dụ 125000</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="30"/>
        <source>Digits only, please, for example 125000</source>
        <translation>Chỉ gõ số, ví dụ 125000</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="32"/>
        <source>A bill cannot be below 0 – to take goods back press F8</source>
        <translation>Hoá đơn không thể âm – khách trả hàng thì bấm F8</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="36"/>
        <source>The amount must be more than 0 ₫</source>
        <translation>Số tiền phải lớn hơn 0 ₫</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="38"/>
        <source>Too large: at most {amount} – check the zeros</source>
        <translation>Số quá lớn: tối đa {amount} – xem lại các số 0</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="41"/>
        <source>This can be read in two ways – type the digits alone, for example 125000</source>
        <translation>Số này đọc được hai cách – chỉ gõ chữ số, ví dụ 125000</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="50"/>
        <source>A receipt number has at most {count} signs</source>
        <translation>Số hoá đơn dài nhất {count} ký tự</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="53"/>
        <source>There is a sign in it that no receipt has – type the number again</source>
        <translation>Có ký tự lạ trong số hoá đơn – gõ lại giúp</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="62"/>
        <source>Type the customer's phone number</source>
        <translation>Gõ số điện thoại của khách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="64"/>
        <source>Digits only, please, for example 0912 345 678</source>
        <translation>Chỉ gõ số, ví dụ 0912 345 678</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="66"/>
        <source>Too few digits: a mobile number has 10</source>
        <translation>Thiếu số: số di động có 10 chữ số</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="68"/>
        <source>Too many digits: a mobile number has 10</source>
        <translation>Thừa số: số di động có 10 chữ số</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="70"/>
        <source>No mobile number begins like this – ask the customer to read it again</source>
        <translation>Không có đầu số di động này – nhờ khách đọc lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="74"/>
        <source>This is a landline – ask for a mobile number</source>
        <translation>Đây là số máy bàn – xin khách số di động</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="76"/>
        <source>This number is from abroad – ask for a Vietnamese mobile number</source>
        <translation>Đây là số nước ngoài – xin khách số di động Việt Nam</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="80"/>
        <source>A spreadsheet has cut the last digits – ask for the whole number</source>
        <translation>Bảng tính đã làm mất số cuối – hỏi lại đủ số</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="89"/>
        <source>Type the customer's name</source>
        <translation>Gõ tên khách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="91"/>
        <source>The name is too long: at most {count} letters</source>
        <translation>Tên quá dài: tối đa {count} chữ cái</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="94"/>
        <source>A name needs at least one letter</source>
        <translation>Tên phải có ít nhất một chữ cái</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="96"/>
        <source>There is a sign in it that no name has – type the name again</source>
        <translation>Có ký tự lạ trong tên – gõ lại tên giúp</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="100"/>
        <source>Letters written from right to left cannot be kept – type the name in Latin letters</source>
        <translation>Không lưu được chữ viết từ phải sang trái – gõ tên bằng chữ Latinh</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="110"/>
        <source>Type day and month, for example 24/11</source>
        <translation>Gõ ngày/tháng, ví dụ 24/11</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="112"/>
        <source>Type day and month, for example 24/11 or 24/11/1990</source>
        <translation>Gõ ngày/tháng, ví dụ 24/11 hoặc 24/11/1990</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="116"/>
        <location filename="../../loyalpos/ui/words/problems.py" line="129"/>
        <source>The calendar has no such day – day first, then month</source>
        <translation>Lịch không có ngày này – gõ ngày trước, tháng sau</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="125"/>
        <source>Type for example: yesterday, 22/11, 22/11 14:30 or 14:30</source>
        <translation>Gõ ví dụ: hôm qua, 22/11, 22/11 14:30 hoặc 14:30</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="133"/>
        <source>There is no such time: 00:00 to 23:59</source>
        <translation>Không có giờ này: từ 00:00 đến 23:59</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/problems.py" line="135"/>
        <source>This is still to come – a bill cannot be of later than now</source>
        <translation>Lúc này chưa tới – hoá đơn không thể sau giờ hiện tại</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <location filename="../../loyalpos/ui/words/program.py" line="35"/>
        <source>Each {amount} earns {points}, on bills from {minimum}.</source>
        <translation>Cứ {amount} tích {points}, hoá đơn từ {minimum}.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/program.py" line="39"/>
        <source>Each {amount} earns {points}.</source>
        <translation>Cứ {amount} tích {points}.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/program.py" line="48"/>
        <source>New members get {points}.</source>
        <translation>Thành viên mới được tặng {points}.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/program.py" line="57"/>
        <source>{points_name} are good for {count} days.</source>
        <translation>{points_name} có hạn {count} ngày.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/program.py" line="59"/>
        <source>{points_name} are good for {count} months.</source>
        <translation>{points_name} có hạn {count} tháng.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/program.py" line="67"/>
        <source>Pay with {points_name}: {points} = {amount}.</source>
        <translation>Dùng {points_name} trả tiền: {points} = {amount}.</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/program.py" line="72"/>
        <source>{points}: {percent} off, at most {amount}.</source>
        <translation>{points}: giảm {percent}, tối đa {amount}.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="62"/>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="76"/>
        <source>Not enough: {spendable} can be spent, {wanted} are needed – take another reward</source>
        <translation>Chưa đủ: dùng được {spendable}, cần {wanted} – chọn phần thưởng khác nhé</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="87"/>
        <source>“{reward}” cannot be taken: {why}</source>
        <translation>Chưa đổi được “{reward}”: {why}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="94"/>
        <source>Receipt {number} is entered already: {amount}, {who}, {time} – check the number, or undo that bill first</source>
        <translation>Hoá đơn số {number} đã nhập rồi: {amount}, {who}, {time} – xem lại số, hoặc hoàn tác hoá đơn kia trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="99"/>
        <source>customer without a name</source>
        <translation>khách chưa có tên</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="110"/>
        <source>Before the PC stopped, {amount} was recorded for this customer at {time} ({points}). Is this another bill?</source>
        <translation>Trước khi máy tắt, lúc {time} đã ghi {amount} cho khách này ({points}). Đây là hoá đơn khác phải không?</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="124"/>
        <source>This was recorded a moment ago with other figures – look at today's list (F9)</source>
        <translation>Giao dịch này vừa được ghi với số khác – xem lại danh sách hôm nay (F9)</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="131"/>
        <source>{amount} is too much for one bill (at most {limit}) – check the zeros</source>
        <translation>{amount} quá lớn cho một hoá đơn (tối đa {limit}) – xem lại các số 0</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="139"/>
        <source>{time} is still to come – correct the bill's time, or the clock of this PC</source>
        <translation>{time} chưa tới – sửa giờ hoá đơn, hoặc chỉnh đồng hồ máy</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="147"/>
        <source>{day} is too long ago: bills are taken in back to {earliest}</source>
        <translation>Ngày {day} lâu quá rồi: chỉ nhập được hoá đơn từ {earliest}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="156"/>
        <source>This bill is no longer there – see today's list (F9)</source>
        <translation>Không còn hoá đơn này – xem danh sách hôm nay (F9)</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="157"/>
        <source>No bill has the number {number} – read it again from the receipt</source>
        <translation>Không có hoá đơn số {number} – xem lại số trên giấy</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="165"/>
        <source>Rewards need a member – scan the card first</source>
        <translation>Đổi thưởng cần có thành viên – quét thẻ của khách trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="170"/>
        <source>All of this bill has been returned or undone already</source>
        <translation>Hoá đơn này đã trả hoặc hoàn tác hết rồi</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="175"/>
        <source>Only {left} of this bill is left to return</source>
        <translation>Hoá đơn này chỉ còn {left} để trả</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="181"/>
        <source>There is nothing left to undo today</source>
        <translation>Hôm nay không còn gì để hoàn tác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="188"/>
        <source>This customer has bills already – undo those first, then the enrolment</source>
        <translation>Khách này đã có hoá đơn – hoàn tác hoá đơn trước, rồi mới huỷ đăng ký</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="192"/>
        <source>Rewards were redeemed in this bill, so it cannot be moved – undo it and type it again</source>
        <translation>Hoá đơn có đổi thưởng nên không chuyển được – hoàn tác rồi nhập lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="197"/>
        <source>Part of this bill was returned, so it cannot be moved – undo the return first</source>
        <translation>Hoá đơn đã trả một phần nên không chuyển được – hoàn tác lần trả hàng trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="202"/>
        <source>This bill was returned – undo the return instead</source>
        <translation>Hoá đơn này đã trả hàng – hoàn tác lần trả hàng đó</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="204"/>
        <source>There is a later return of the same bill – undo that one first</source>
        <translation>Sau đó còn một lần trả hàng nữa – hoàn tác lần ấy trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="208"/>
        <source>Its receipt number belongs to another bill by now – undo that bill first</source>
        <translation>Số hoá đơn này đã dùng cho hoá đơn khác – hoàn tác hoá đơn kia trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="212"/>
        <source>Something later builds on it – undo that first</source>
        <translation>Có giao dịch sau dựa vào nó – hoàn tác giao dịch sau trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="218"/>
        <source>A member has this number already – press Esc and find them by it</source>
        <translation>Số này đã có thành viên dùng – bấm Esc rồi tìm theo số</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="221"/>
        <source>{name} has this number already – press Esc and find them by it</source>
        <translation>{name} đã dùng số này – bấm Esc rồi tìm theo số</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="230"/>
        <source>This card is another member's – take a new one</source>
        <translation>Thẻ này của khách khác – lấy thẻ mới nhé</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="231"/>
        <source>This card is {name}'s – take a new one</source>
        <translation>Thẻ này của {name} – lấy thẻ mới nhé</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="237"/>
        <source>This card was replaced and is no longer valid – find the customer by phone</source>
        <translation>Thẻ này đã được thay nên không dùng nữa – tìm khách theo số điện thoại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="244"/>
        <source>The customer has to agree first – ask, then press the space bar</source>
        <translation>Khách cần đồng ý trước – hỏi khách rồi bấm phím cách</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="251"/>
        <source>This member is no longer there: the enrolment was undone or the member was deleted</source>
        <translation>Không còn thành viên này: đăng ký đã hoàn tác hoặc khách đã xoá</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="258"/>
        <source>The program cannot be published yet – places to correct: {count}</source>
        <translation>Chưa áp dụng được chương trình – còn {count} chỗ cần sửa</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="266"/>
        <source>This file is no loyalty program, or was changed by hand at {path} – choose another file</source>
        <translation>Tệp này không phải chương trình tích điểm, hoặc đã bị sửa tay ở {path} – chọn tệp khác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="275"/>
        <source>The list is too long: at most {limit} rows – split it into several files</source>
        <translation>Danh sách quá dài: tối đa {limit} dòng – chia thành nhiều tệp</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/refusals.py" line="279"/>
        <source>The file is too large for a customer list – split it into several files</source>
        <translation>Tệp quá lớn cho danh sách khách – chia thành nhiều tệp</translation>
    </message>
</context>
<context>
    <name>Rewards</name>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="22"/>
        <source>{percent} of the bill</source>
        <translation>{percent} hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="25"/>
        <source>at most {amount}</source>
        <translation>tối đa {amount}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="31"/>
        <source>{points} = {amount}</source>
        <translation>{points} = {amount}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="36"/>
        <source>at most {percent} of the bill</source>
        <translation>tối đa {percent} hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="45"/>
        <source>on any bill</source>
        <translation>mọi hoá đơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="46"/>
        <source>on bills from {amount}</source>
        <translation>hoá đơn từ {amount}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="52"/>
        <source>{count} left</source>
        <translation>còn {count} phần</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="88"/>
        <source>{points} short</source>
        <translation>còn thiếu {points}</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="91"/>
        <source>buy {amount} more</source>
        <translation>mua thêm {amount} là được</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="94"/>
        <source>type the bill total first</source>
        <translation>gõ tổng hoá đơn trước</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="96"/>
        <source>none left</source>
        <translation>đã hết phần</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="98"/>
        <source>the bill is paid in full already</source>
        <translation>hoá đơn đã được trừ hết</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="100"/>
        <source>needs a newer version of the program</source>
        <translation>cần phiên bản phần mềm mới hơn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="102"/>
        <source>in this bill already</source>
        <translation>đã có trong hoá đơn này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/rewards.py" line="104"/>
        <source>can be taken</source>
        <translation>đổi được</translation>
    </message>
</context>
<context>
    <name>Surroundings</name>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="38"/>
        <source>Cannot write {path} – choose another folder, or make room on the disk</source>
        <translation>Không ghi được {path} – chọn thư mục khác, hoặc dọn bớt ổ đĩa</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="46"/>
        <source>The printer {printer} does not answer – check that it is on and has paper</source>
        <translation>Máy in {printer} không trả lời – xem máy đã bật và còn giấy chưa</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="56"/>
        <source>{file} is no longer there – choose it again</source>
        <translation>Không còn tệp {file} – chọn lại giúp</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="58"/>
        <source>{file} may not be read – close it in Excel, then choose it again</source>
        <translation>Không đọc được {file} – đóng tệp trong Excel rồi chọn lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="62"/>
        <source>{file} has a password – save it without one, then choose it again</source>
        <translation>{file} có mật khẩu – lưu lại không mật khẩu rồi chọn lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="66"/>
        <source>{file} is damaged – open it in Excel and save it as a new file</source>
        <translation>{file} bị hỏng – mở bằng Excel rồi lưu thành tệp mới</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="70"/>
        <source>{file} is empty – choose another file</source>
        <translation>{file} trống – chọn tệp khác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="72"/>
        <source>{file} is no customer list – choose an Excel or CSV file</source>
        <translation>{file} không phải danh sách khách – chọn tệp Excel hoặc CSV</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="80"/>
        <source>The shop's file {path} is missing – plug the drive in, or restore a backup</source>
        <translation>Không thấy dữ liệu quán {path} – cắm lại ổ đĩa, hoặc phục hồi từ bản sao lưu</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="88"/>
        <source>The till may not write {path} – ask for the right to write to this folder</source>
        <translation>Máy không được phép ghi {path} – xin quyền ghi vào thư mục này</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="96"/>
        <source>The disk is full: the last step was not recorded, all before it is safe – make room, then do it again</source>
        <translation>Ổ đĩa đầy: bước vừa rồi chưa được ghi, trước đó vẫn an toàn – dọn bớt rồi làm lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="105"/>
        <source>The disk does not answer properly: the last step was not recorded – try again, and copy the backups to another disk today</source>
        <translation>Ổ đĩa trục trặc: bước vừa rồi chưa được ghi – thử lại, và hôm nay chép bản sao lưu sang ổ khác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="114"/>
        <source>Another program holds the shop's file – close it (backup, virus scanner), then try again</source>
        <translation>Chương trình khác đang giữ tệp của quán – đóng nó (sao lưu, diệt virus) rồi thử lại</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="122"/>
        <source>This file is from a newer LoyalPOS – update the program; the file is untouched</source>
        <translation>Tệp của LoyalPOS mới hơn – hãy cập nhật phần mềm; tệp còn nguyên</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="130"/>
        <source>This file was written by an older LoyalPOS – open it once to bring it up to date</source>
        <translation>Tệp của LoyalPOS cũ hơn – mở một lần để nâng cấp</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="137"/>
        <source>The shop's file is damaged – restore the last backup; the damaged file is kept</source>
        <translation>Tệp dữ liệu của quán bị hỏng – phục hồi bản sao lưu gần nhất; tệp hỏng vẫn được giữ</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="144"/>
        <source>{path} is not a file of this shop, or has another key – choose another file</source>
        <translation>{path} không phải dữ liệu của quán, hoặc khác khoá – chọn tệp khác</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="152"/>
        <source>The database on this PC (SQLite {version}) can damage files – install LoyalPOS again</source>
        <translation>Thư viện dữ liệu trên máy này (SQLite {version}) có thể làm hỏng tệp – cài lại LoyalPOS</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/words/surroundings.py" line="161"/>
        <source>The backup is not good and was not kept – make another one, on another disk</source>
        <translation>Bản sao lưu không đạt nên không giữ – sao lưu lại, sang ổ khác</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../loyalpos/ui/desktop/tray.py" line="81"/>
        <source>Open the till</source>
        <translation>Mở quầy</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/desktop/tray.py" line="82"/>
        <source>Compact strip</source>
        <translation>Thanh thu gọn</translation>
    </message>
    <message>
        <location filename="../../loyalpos/ui/desktop/tray.py" line="83"/>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
</context>
</TS>
